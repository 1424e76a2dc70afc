package io.krakenspot.v2.internal;

import io.krakenspot.market.Instrument;
import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Pair;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One of {@code instrument}'s pairs. */
final class PairRow {
  private @Nullable Pair pair;
  private InstrumentStatus status = InstrumentStatus.UNKNOWN;
  private @Nullable Integer pricePrecision;
  private @Nullable BigDecimal priceIncrement;
  private @Nullable Integer quantityPrecision;
  private @Nullable BigDecimal quantityIncrement;
  private @Nullable BigDecimal minimumQuantity;
  private @Nullable Integer costPrecision;
  private @Nullable BigDecimal minimumCost;
  private boolean marginable;
  private @Nullable Boolean hasIndex;
  private @Nullable BigDecimal initialMargin;
  private @Nullable Long longPositionLimit;
  private @Nullable Long shortPositionLimit;

  Instrument read(WireReader in) throws IOException {
    in.object();
    while (in.nextField()) {
      field(in.name(), in);
    }
    return new Instrument(
        in.present(pair, "symbol"),
        status,
        in.present(pricePrecision, "price_precision"),
        priceIncrement,
        in.present(quantityPrecision, "qty_precision"),
        in.present(quantityIncrement, "qty_increment"),
        minimumQuantity,
        costPrecision,
        minimumCost,
        marginable,
        hasIndex,
        initialMargin,
        longPositionLimit,
        shortPositionLimit);
  }

  private void field(String name, WireReader in) throws IOException {
    switch (name) {
      case "symbol" -> pair = in.pair();
      case "status" -> status = status(in.text());
      case "price_precision" -> pricePrecision = in.smallWhole();
      case "price_increment" -> priceIncrement = in.decimal();
      case "qty_precision" -> quantityPrecision = in.smallWhole();
      case "qty_increment" -> quantityIncrement = in.decimal();
      case "qty_min" -> minimumQuantity = in.decimal();
      case "cost_precision" -> costPrecision = in.smallWhole();
      case "cost_min" -> minimumCost = in.decimal();
      case "marginable" -> marginable = in.flag();
      case "has_index" -> hasIndex = in.flag();
      case "margin_initial" -> initialMargin = in.decimal();
      case "position_limit_long" -> longPositionLimit = in.whole();
      case "position_limit_short" -> shortPositionLimit = in.whole();
      case "base", "quote", "tick_size", "ws_display_price_precision" -> in.skip();
      default -> in.unknown();
    }
  }

  private static InstrumentStatus status(String text) {
    return switch (text) {
      case "online" -> InstrumentStatus.ONLINE;
      case "cancel_only" -> InstrumentStatus.CANCEL_ONLY;
      case "post_only" -> InstrumentStatus.POST_ONLY;
      case "limit_only" -> InstrumentStatus.LIMIT_ONLY;
      case "reduce_only" -> InstrumentStatus.REDUCE_ONLY;
      case "maintenance" -> InstrumentStatus.MAINTENANCE;
      case "delisted" -> InstrumentStatus.DELISTED;
      case "work_in_progress" -> InstrumentStatus.WORK_IN_PROGRESS;
      default -> InstrumentStatus.UNKNOWN;
    };
  }
}
