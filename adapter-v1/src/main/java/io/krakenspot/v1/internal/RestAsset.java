package io.krakenspot.v1.internal;

import io.krakenspot.market.AssetInfo;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An asset as REST {@code Assets} has it. */
record RestAsset(
    @Nullable String altname,
    @Nullable String aclass,
    int decimals,
    int displayDecimals,
    @Nullable BigDecimal collateralValue,
    @Nullable String status) {
  RestAsset {
    AssetPairsQuery.requireSane(collateralValue);
  }

  AssetInfo asset(String key) {
    return new AssetInfo(
        Names.code(altname == null ? key : altname),
        status,
        decimals,
        displayDecimals,
        null,
        collateralValue,
        null,
        null,
        aclass);
  }
}
