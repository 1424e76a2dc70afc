package io.krakenspot.v2.internal;

import io.krakenspot.market.AssetInfo;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One of {@code instrument}'s assets. */
final class AssetRow {
  private @Nullable String code;
  private @Nullable String status;
  private @Nullable Integer precision;
  private @Nullable Integer displayPrecision;
  private @Nullable Boolean borrowable;
  private @Nullable BigDecimal collateralValue;
  private @Nullable BigDecimal marginRate;
  private @Nullable BigDecimal multiplier;
  private @Nullable String assetClass;

  AssetInfo read(WireReader in) throws IOException {
    in.object();
    while (in.nextField()) {
      field(in.name(), in);
    }
    return new AssetInfo(
        in.present(code, "id"),
        status,
        in.present(precision, "precision"),
        in.present(displayPrecision, "precision_display"),
        borrowable,
        collateralValue,
        marginRate,
        multiplier,
        assetClass);
  }

  private void field(String name, WireReader in) throws IOException {
    switch (name) {
      case "id" -> code = in.text();
      case "status" -> status = in.text();
      case "precision" -> precision = in.smallWhole();
      case "precision_display" -> displayPrecision = in.smallWhole();
      case "borrowable" -> borrowable = in.flag();
      case "collateral_value" -> collateralValue = in.decimal();
      case "margin_rate" -> marginRate = in.decimal();
      case "multiplier" -> multiplier = in.decimal();
      case "class" -> assetClass = in.text();
      default -> in.unknown();
    }
  }
}
