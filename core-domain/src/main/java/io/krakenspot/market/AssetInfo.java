package io.krakenspot.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an asset, for example {@code BTC} with ten decimals.
 *
 * <p>Source: Kraken v2 {@code instrument}, {@code assets[]}; on v1 REST {@code Assets}.
 *
 * @param code the asset, for example {@code BTC}
 * @param status as sent, for example {@code enabled}; null if not sent
 * @param precision decimals of balances
 * @param displayPrecision decimals worth showing
 * @param borrowable whether it can be borrowed; v2 only
 * @param collateralValue weight as margin collateral
 * @param marginRate interest rate to borrow it, as sent; v2 only
 * @param multiplier conversion rate of a tokenised asset; v2 only
 * @param assetClass as sent, for example {@code currency}
 */
public record AssetInfo(
    String code,
    @Nullable String status,
    int precision,
    int displayPrecision,
    @Nullable Boolean borrowable,
    @Nullable BigDecimal collateralValue,
    @Nullable BigDecimal marginRate,
    @Nullable BigDecimal multiplier,
    @Nullable String assetClass) {
  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }
}
