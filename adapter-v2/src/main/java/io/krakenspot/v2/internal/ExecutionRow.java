package io.krakenspot.v2.internal;

import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.AccountReport;
import io.krakenspot.port.OrderReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of {@code executions}' rows: what it says of an order, of a fill, or of both. */
final class ExecutionRow {
  private final OrderAttributes.Builder attributes = OrderAttributes.builder();
  private final OrderAttributes.Builder deprecated = OrderAttributes.builder();
  private final PriceField limit = new PriceField();
  private final FillFields fill = new FillFields();
  private @Nullable String orderId;
  private @Nullable String type;
  private @Nullable OrderStatus status;
  private @Nullable Instant timestamp;
  private @Nullable BigDecimal rateCount;

  ExecutionRow read(WireReader in) throws IOException {
    in.object();
    while (in.nextField()) {
      field(in.name(), in);
    }
    orderId = in.present(orderId, "order_id");
    return this;
  }

  private void field(String name, WireReader in) throws IOException {
    switch (name) {
      case "order_id" -> orderId = in.filledText();
      case "exec_type" -> type = in.text();
      case "order_status" -> status = ExecutionWords.status(in.text());
      case "timestamp" -> timestamp = in.instant();
      case "ratecount" -> rateCount = in.decimalOrNull();
      case "limit_price" -> limit.value(in);
      case "limit_price_type" -> limit.type(in);
      case "triggers" -> TriggerFields.read(in, attributes);
      case "contingent" ->
          attributes.put(OrderAttribute.CONDITIONAL_CLOSE, ContingentFields.read(in));
      default -> terms(name, in);
    }
  }

  /** What the order was placed with. */
  private void terms(String name, WireReader in) throws IOException {
    switch (name) {
      case "cl_ord_id" -> attributes.put(OrderAttribute.CLIENT_ORDER_ID, in.filledText());
      case "order_userref" -> attributes.put(OrderAttribute.USER_REFERENCE, IdFields.reference(in));
      case "symbol" -> attributes.put(OrderAttribute.PAIR, in.pair());
      case "side" -> attributes.put(OrderAttribute.SIDE, TradeDecoder.side(in));
      case "order_type" -> attributes.put(OrderAttribute.TYPE, OrderType.of(in.text()));
      case "time_in_force" ->
          attributes.put(OrderAttribute.TIME_IN_FORCE, ExecutionWords.timeInForce(in.text()));
      case "fee_ccy_pref" ->
          attributes.put(OrderAttribute.FEE_PREFERENCE, ExecutionWords.feePreference(in.text()));
      case "post_only" -> attributes.put(OrderAttribute.POST_ONLY, in.flag());
      case "reduce_only" -> attributes.put(OrderAttribute.REDUCE_ONLY, in.flag());
      case "margin" -> attributes.put(OrderAttribute.MARGIN, in.flag());
      case "no_mpp" -> attributes.put(OrderAttribute.NO_PRICE_PROTECTION, in.flag());
      case "effective_time" -> attributes.put(OrderAttribute.EFFECTIVE_TIME, in.instant());
      case "expire_time" -> attributes.put(OrderAttribute.EXPIRE_TIME, in.instant());
      case "ord_ref_id" -> attributes.put(OrderAttribute.PARENT_ID, in.filledText());
      case "sender_sub_id" -> attributes.put(OrderAttribute.SENDER_SUB_ID, in.filledText());
      case "ext_ord_id" -> attributes.put(OrderAttribute.EXTERNAL_ID, in.filledText());
      case "user" -> attributes.put(OrderAttribute.USER, in.filledText());
      default -> course(name, in);
    }
  }

  /** How far the order has come. */
  private void course(String name, WireReader in) throws IOException {
    switch (name) {
      case "order_qty" -> attributes.put(OrderAttribute.QUANTITY, in.decimal());
      case "cash_order_qty" -> attributes.put(OrderAttribute.CASH_QUANTITY, in.decimal());
      case "display_qty" -> attributes.put(OrderAttribute.DISPLAY_QUANTITY, in.decimal());
      case "display_qty_remain" -> attributes.put(OrderAttribute.DISPLAY_REMAINING, in.decimal());
      case "cum_qty" -> attributes.put(OrderAttribute.EXECUTED_QUANTITY, in.decimal());
      case "cum_cost" -> attributes.put(OrderAttribute.EXECUTED_COST, in.decimal());
      case "avg_price" -> attributes.put(OrderAttribute.AVERAGE_PRICE, in.decimal());
      case "fee_usd_equiv" -> attributes.put(OrderAttribute.FEE_USD, in.decimal());
      case "position_status" -> attributes.put(OrderAttribute.POSITION_STATUS, in.filledText());
      case "liquidated" -> attributes.put(OrderAttribute.LIQUIDATED, in.flag());
      case "amended" -> attributes.put(OrderAttribute.AMENDED, in.flag());
      case "reason" -> attributes.put(OrderAttribute.REASON, in.filledText());
      default -> deprecated(name, in);
    }
  }

  /** What newer fields say as well; of prices, zero means none. */
  private void deprecated(String name, WireReader in) throws IOException {
    switch (name) {
      case "cancel_reason" -> deprecated.put(OrderAttribute.REASON, in.filledText());
      case "stop_price" -> {
        BigDecimal price = in.decimal();
        deprecated.put(
            OrderAttribute.TRIGGER_PRICE, price.signum() == 0 ? null : OrderPrice.of(price));
      }
      case "trigger" ->
          deprecated.put(OrderAttribute.TRIGGER_REFERENCE, ExecutionWords.reference(in.text()));
      case "triggered_price" -> {
        BigDecimal price = in.decimal();
        deprecated.put(OrderAttribute.TRIGGER_LAST_PRICE, price.signum() == 0 ? null : price);
      }
      default -> fill.field(name, in);
    }
  }

  /**
   * What the row means. A past fill in a snapshot is no news of its order, unless the row says how
   * much was ordered, as only rows of open orders do.
   */
  AccountReport report(boolean snapshot, WireReader in) {
    OrderAttributes known = attributes();
    if (snapshot) {
      boolean isTrade = "trade".equals(type);
      boolean isOpen = !isTrade || (known.get(OrderAttribute.QUANTITY) != null && !hasEnded());
      boolean isFill = isTrade && (fill.isIdentified() || !isOpen);
      return new AccountReport(
          isOpen ? order(OrderUpdate.Kind.SNAPSHOT, known, in) : null,
          isFill ? fill(known, in) : null);
    }
    OrderUpdate.Kind kind = ExecutionWords.kind(in.present(type, "exec_type"));
    return new AccountReport(
        order(kind, known, in), kind == OrderUpdate.Kind.TRADED ? fill(known, in) : null);
  }

  private boolean hasEnded() {
    return status != null && status.ended();
  }

  private OrderAttributes attributes() {
    attributes.put(OrderAttribute.LIMIT_PRICE, limit.price());
    return deprecated.build().with(attributes.build());
  }

  private OrderReport order(OrderUpdate.Kind kind, OrderAttributes known, WireReader in) {
    OrderAttributes.Builder times =
        OrderAttributes.builder().put(OrderAttribute.UPDATED, timestamp);
    if (kind == OrderUpdate.Kind.PENDING) {
      times.put(OrderAttribute.OPENED, timestamp);
    }
    return new OrderReport(
        kind, in.present(orderId, "order_id"), status, known.with(times.build()), timestamp);
  }

  private Fill fill(OrderAttributes order, WireReader in) {
    return fill.fill(
        in.present(orderId, "order_id"), order, in.present(timestamp, "timestamp"), in);
  }

  /** Kraken does not document the counter's place and name; these are the ones of v1. */
  void rateCount(Map<String, BigDecimal> counts) {
    if (orderId != null && rateCount != null) {
      counts.put(orderId, rateCount);
    }
  }
}
