package io.krakenspot.testkit.exchange.internal.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The number in a subscription: depth of a book or minutes of candles.
 *
 * @param value the number, or a default
 * @param error why it is refused; null if it is not
 */
public record Parameter(int value, @Nullable String error) {
  /** For channels without one. */
  public static final Parameter NONE = new Parameter(0, null);

  /**
   * A depth.
   *
   * @param given from the request; null stands for 10
   * @return the depth or its error
   */
  public static Parameter depth(@Nullable JsonNode given) {
    return of(
        given,
        10,
        levels -> Arrays.stream(Depth.values()).anyMatch(depth -> depth.levels() == levels),
        "Subscription book depth must be an integer",
        "Subscription depth not supported");
  }

  /**
   * An interval.
   *
   * @param given from the request; null stands for 1
   * @return the minutes or their error
   */
  public static Parameter interval(@Nullable JsonNode given) {
    return of(
        given,
        1,
        minutes -> Arrays.stream(Interval.values()).anyMatch(one -> one.minutes() == minutes),
        "Subscription ohlc interval must be an integer",
        "Subscription ohlc interval not supported");
  }

  private static Parameter of(
      @Nullable JsonNode given,
      int whenAbsent,
      IntPredicate supported,
      String notInteger,
      String notSupported) {
    if (given == null) {
      return new Parameter(whenAbsent, null);
    }
    if (!given.isIntegralNumber()) {
      return new Parameter(0, notInteger);
    }
    boolean fine = given.canConvertToInt() && supported.test(given.intValue());
    return new Parameter(given.intValue(), fine ? null : notSupported);
  }
}
