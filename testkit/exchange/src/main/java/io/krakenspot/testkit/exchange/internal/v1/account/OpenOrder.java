package io.krakenspot.testkit.exchange.internal.v1.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent;
import io.krakenspot.testkit.exchange.internal.engine.CloseTerms;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.engine.FeePreference;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.engine.OrderStatus;
import io.krakenspot.testkit.exchange.internal.engine.TriggerState;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.OrderText;
import io.krakenspot.testkit.exchange.internal.v1.wire.V1Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes an order of {@code openOrders}: in full once, then only what changed. */
final class OpenOrder {
  private static final Map<OrderStatus, String> STATUS =
      Map.of(
          OrderStatus.PENDING_NEW, "pending",
          OrderStatus.NEW, "open",
          OrderStatus.PARTIALLY_FILLED, "open",
          OrderStatus.FILLED, "closed",
          OrderStatus.CANCELED, "canceled",
          OrderStatus.EXPIRED, "expired");

  private final EngineOrder order;
  private final OrderRequest request;
  private final MarketPair pair;
  private final OrderText text;

  OpenOrder(EngineOrder order, MarketPair pair) {
    this.order = order;
    this.request = order.request();
    this.pair = pair;
    this.text = OrderText.of(order, pair.spec().v1Name(), pair.spec().v1Decimals());
  }

  ObjectNode changed(AccountEvent event) {
    return switch (event.kind()) {
      case PENDING_NEW -> full();
      case NEW -> Json.object().put("status", status()).put("userref", userref());
      case TRADE -> totals(Json.object());
      case FILLED, EXPIRED -> ended();
      case CANCELED -> ended().put("cancel_reason", reason());
      case AMENDED, RESTATED -> amended();
      case ICEBERG_REFILL -> refilled();
      case STATUS -> triggered();
      case LEDGER -> throw new IllegalStateException("no order");
    };
  }

  ObjectNode full() {
    ObjectNode row =
        Json.object()
            .put("avg_price", price(order.averagePrice()))
            .put("cost", price(order.cost()));
    row.set("descr", description());
    row.put("expiretm", time(request.expireTime()))
        .put("fee", price(order.fee()))
        .put("limitprice", limitPrice())
        .put("misc", misc())
        .put("oflags", flags())
        .put("opentm", V1Text.time(order.openTime()))
        .put("refid", order.parentId())
        .put("starttm", time(request.effectiveTime()))
        .put("status", status())
        .put("stopprice", stopPrice())
        .put("timeinforce", request.timeInForce().name())
        .put("userref", userref())
        .put("vol", volume())
        .put("vol_exec", quantity(order.filled()));
    putRare(row);
    return row;
  }

  private void putRare(ObjectNode row) {
    if (request.clientId() != null) {
      row.put("cl_ord_id", request.clientId());
    }
    if (request.senderSubId() != null) {
      row.put("sender_sub_id", request.senderSubId());
    }
    if (request.margin()) {
      row.put("margin", true);
    }
    if (order.amended()) {
      row.put("amended", true);
    }
    putDisplay(row);
    CloseTerms close = request.close();
    if (close != null) {
      row.set("contingent", contingent(close));
    }
  }

  private ObjectNode description() {
    ObjectNode description =
        Json.object()
            .put("close", text.close())
            .put("leverage", text.leverage())
            .put("order", text.sentence(true))
            .put("ordertype", OrderText.type(request.type()))
            .put("pair", pair.spec().v1Name())
            .put("price", text.price())
            .put("price2", text.price2())
            .put("type", request.side().name().toLowerCase(Locale.ROOT));
    return request.margin() ? description.put("margin", true) : description;
  }

  private ObjectNode contingent(CloseTerms close) {
    boolean triggered = close.triggerPrice() != null;
    return Json.object()
        .put("ordertype", OrderText.type(close.type()))
        .put("price", text.text(triggered ? close.triggerPrice() : close.limitPrice()))
        .put("price2", text.text(triggered ? close.limitPrice() : null))
        .put("oflags", "");
  }

  private void putDisplay(ObjectNode row) {
    BigDecimal display = order.displayQuantity();
    if (display != null) {
      row.put("display_volume", quantity(display))
          .put("display_volume_remain", quantity(order.visibleQuantity()));
    }
  }

  private ObjectNode totals(ObjectNode row) {
    return row.put("vol_exec", quantity(order.filled()))
        .put("cost", price(order.cost()))
        .put("fee", price(order.fee()))
        .put("avg_price", price(order.averagePrice()))
        .put("userref", userref());
  }

  private ObjectNode ended() {
    return totals(
        Json.object().put("lastupdated", V1Text.time(order.time())).put("status", status()));
  }

  private ObjectNode amended() {
    ObjectNode row =
        Json.object()
            .put("lastupdated", V1Text.time(order.time()))
            .put("amended", order.amended())
            .put("amend_reason", reason())
            .put("vol", volume())
            .put("userref", userref());
    row.set("descr", description());
    if (order.trigger() != null) {
      row.put("stopprice", stopPrice());
    }
    putDisplay(row);
    return row;
  }

  private ObjectNode refilled() {
    ObjectNode row = Json.object().put("userref", userref());
    putDisplay(row);
    return row;
  }

  private ObjectNode triggered() {
    return Json.object()
        .put("misc", misc())
        .put("stopprice", stopPrice())
        .put("limitprice", limitPrice())
        .put("userref", userref());
  }

  private String status() {
    return STATUS.getOrDefault(order.status(), "open");
  }

  private long userref() {
    Long userref = request.userref();
    return userref == null ? 0 : userref;
  }

  private String reason() {
    return order.reason() == null ? "" : order.reason();
  }

  /** Of a stop that has fired, or of a take-profit that was touched. */
  private String misc() {
    TriggerState trigger = order.trigger();
    if (trigger == null || !trigger.fired()) {
      return "";
    }
    return request.type().name().startsWith("TAKE_PROFIT") ? "touched" : "stopped";
  }

  private String flags() {
    StringJoiner flags = new StringJoiner(",");
    flags.add(request.feePreference() == FeePreference.BASE ? "fcib" : "fciq");
    if (request.postOnly()) {
      flags.add("post");
    }
    if (request.cashQuantity() != null) {
      flags.add("viqc");
    }
    return flags.toString();
  }

  private String volume() {
    BigDecimal cash = request.cashQuantity();
    return quantity(cash == null ? order.quantity() : cash);
  }

  private String stopPrice() {
    TriggerState trigger = order.trigger();
    return price(trigger == null ? BigDecimal.ZERO : trigger.actualPrice());
  }

  /** Only of a triggered order that has fired. */
  private String limitPrice() {
    TriggerState trigger = order.trigger();
    BigDecimal limit = order.limitPrice();
    boolean fired = trigger != null && trigger.fired();
    return price(fired && limit != null ? limit : BigDecimal.ZERO);
  }

  private String price(BigDecimal price) {
    return V1Text.price(pair, price);
  }

  private static String quantity(BigDecimal quantity) {
    return V1Text.quantity(quantity);
  }

  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : V1Text.time(time);
  }
}
