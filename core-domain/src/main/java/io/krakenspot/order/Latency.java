package io.krakenspot.order;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a command took, for example 12 ms in all of which the exchange spent 3 ms.
 *
 * <p>Source: own clock; v2 {@code time_in} and {@code time_out}.
 *
 * @param total from handing the request to the link until its answer was read
 * @param exchange from the exchange's reading of the request until its writing of the answer; v2
 *     only
 */
public record Latency(Duration total, @Nullable Duration exchange) {
  /**
   * What was spent on the way there and back.
   *
   * @return null if the exchange did not say what it spent
   */
  public @Nullable Duration network() {
    return exchange == null ? null : total.minus(exchange);
  }
}
