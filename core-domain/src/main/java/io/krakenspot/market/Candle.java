package io.krakenspot.market;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One candle as it stands: each event repeats the whole running candle, and a candle is complete
 * when one with a later {@link #begin()} arrives.
 *
 * <p>Source: Kraken {@code ohlc}, v1 and v2.
 *
 * @param pair the pair
 * @param interval the candle's length
 * @param begin start of the candle
 * @param open first price, quote currency
 * @param high highest price, quote currency
 * @param low lowest price, quote currency
 * @param close last price so far, quote currency
 * @param vwap volume-weighted average price, quote currency
 * @param volume traded in the candle, base currency
 * @param trades number of trades in the candle
 * @param updated when the candle last changed (v1) or the message was made (v2)
 */
public record Candle(
    Pair pair,
    Interval interval,
    Instant begin,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal vwap,
    BigDecimal volume,
    long trades,
    @Nullable Instant updated) {

  /**
   * End of the candle, exclusive.
   *
   * @return {@link #begin()} plus the interval
   */
  public Instant end() {
    return begin.plus(interval.duration());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }
}
