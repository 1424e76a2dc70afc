package io.krakenspot.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What can be traded in a pair, and how fine: precisions, steps, minimums and status.
 *
 * <p>A component that may be null is one that the version in use, or an older answer, did not
 * carry.
 *
 * <p>Source: Kraken v2 {@code instrument}; on v1 REST {@code AssetPairs}.
 *
 * @param pair the pair
 * @param status what the pair accepts now
 * @param pricePrecision decimals of prices
 * @param priceIncrement smallest price step, quote currency
 * @param quantityPrecision decimals of quantities
 * @param quantityIncrement smallest quantity step, base currency
 * @param minimumQuantity smallest order, base currency
 * @param costPrecision decimals of costs
 * @param minimumCost smallest price times quantity of an order, quote currency
 * @param marginable whether margin trading is allowed
 * @param hasIndex whether an index price exists to trigger orders; v2 only
 * @param initialMargin initial margin, as sent; v2 only
 * @param longPositionLimit largest long position, as sent
 * @param shortPositionLimit largest short position, as sent
 */
public record Instrument(
    Pair pair,
    InstrumentStatus status,
    int pricePrecision,
    @Nullable BigDecimal priceIncrement,
    int quantityPrecision,
    BigDecimal quantityIncrement,
    @Nullable BigDecimal minimumQuantity,
    @Nullable Integer costPrecision,
    @Nullable BigDecimal minimumCost,
    boolean marginable,
    @Nullable Boolean hasIndex,
    @Nullable BigDecimal initialMargin,
    @Nullable Long longPositionLimit,
    @Nullable Long shortPositionLimit) {
  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }
}
