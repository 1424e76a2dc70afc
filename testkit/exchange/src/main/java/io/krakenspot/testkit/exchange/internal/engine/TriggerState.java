package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The trigger of an order as it is now.
 *
 * @param terms what the client asked for, or amended
 * @param actualPrice where it fires now
 * @param peakPrice best price so far, of trailing types
 * @param lastPrice the watched price when it fired; null before
 * @param firedAt when it fired; null before
 */
public record TriggerState(
    TriggerTerms terms,
    BigDecimal actualPrice,
    @Nullable BigDecimal peakPrice,
    @Nullable BigDecimal lastPrice,
    @Nullable Instant firedAt) {

  /**
   * Whether it has fired.
   *
   * @return true for {@code triggered}
   */
  public boolean fired() {
    return firedAt != null;
  }
}
