package io.krakenspot.market;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The best bid and offer of a pair with its figures of the last 24 hours, for example {@code
 * BTC/USD 62710.4 / 62710.5, last 62710.5}.
 *
 * <p>A component that may be null is one that the version in use, or that frame, did not carry.
 *
 * <p>Source: Kraken {@code ticker}, v1 and v2.
 *
 * @param pair the pair
 * @param bid best bid, quote currency
 * @param bidQuantity quantity at the best bid, base currency
 * @param ask best ask, quote currency
 * @param askQuantity quantity at the best ask, base currency
 * @param last price of the last trade, quote currency; on v2 sure only if there was a trade within
 *     24 hours
 * @param volume traded in the last 24 hours, base currency
 * @param vwap volume-weighted average price of the last 24 hours, quote currency
 * @param low lowest price of the last 24 hours, quote currency
 * @param high highest price of the last 24 hours, quote currency
 * @param change price change over 24 hours, quote currency, signed; on v1 derived as {@code last}
 *     less the price of 24 hours ago
 * @param changePercent the change in percentage points ({@code -0.17} means -0.17 %); v2 only
 * @param lastQuantity quantity of the last trade, base currency; v1 only
 * @param trades number of trades in the last 24 hours; v1 only
 * @param today figures since 00:00 UTC; v1 only
 * @param timestamp time of the figures; v2 only, and there missing in older traffic
 */
public record Ticker(
    Pair pair,
    BigDecimal bid,
    BigDecimal bidQuantity,
    BigDecimal ask,
    BigDecimal askQuantity,
    @Nullable BigDecimal last,
    BigDecimal volume,
    BigDecimal vwap,
    BigDecimal low,
    BigDecimal high,
    @Nullable BigDecimal change,
    @Nullable BigDecimal changePercent,
    @Nullable BigDecimal lastQuantity,
    @Nullable Long trades,
    @Nullable Today today,
    @Nullable Instant timestamp) {

  /**
   * Figures since 00:00 UTC, as v1's ticker has them.
   *
   * @param open price at 00:00 UTC, quote currency
   * @param volume traded today, base currency
   * @param vwap volume-weighted average price today, quote currency
   * @param low lowest price today, quote currency
   * @param high highest price today, quote currency
   * @param trades number of trades today
   */
  public record Today(
      BigDecimal open,
      BigDecimal volume,
      BigDecimal vwap,
      BigDecimal low,
      BigDecimal high,
      long trades) {
    @Override
    public boolean equals(@Nullable Object other) {
      return ByNumber.equal(this, other);
    }

    @Override
    public int hashCode() {
      return ByNumber.hash(this);
    }
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
