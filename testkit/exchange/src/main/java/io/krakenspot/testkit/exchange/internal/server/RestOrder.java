package io.krakenspot.testkit.exchange.internal.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.engine.FeePreference;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.engine.OrderStatus;
import io.krakenspot.testkit.exchange.internal.engine.TriggerState;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairSpec;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.OrderText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes an order as REST does. */
final class RestOrder {
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
  private final PairSpec spec;
  private final OrderText text;

  RestOrder(EngineOrder order, MarketPair pair) {
    this.order = order;
    this.request = order.request();
    this.spec = pair.spec();
    this.text = OrderText.of(order, spec.altname(), spec.priceDecimals());
  }

  ObjectNode write() {
    Long userref = request.userref();
    ObjectNode row =
        Json.object().put("refid", order.parentId()).put("userref", userref == null ? 0 : userref);
    if (request.clientId() != null) {
      row.put("cl_ord_id", request.clientId());
    }
    row.put("status", STATUS.get(order.status()));
    if (order.status().isFinal()) {
      row.put("reason", order.reason());
    }
    row.put("opentm", seconds(order.openTime()));
    if (order.status().isFinal()) {
      row.put("closetm", seconds(order.time()));
    }
    row.put("starttm", seconds(request.effectiveTime()))
        .put("expiretm", seconds(request.expireTime()));
    row.set("descr", description());
    return putFigures(row);
  }

  private ObjectNode description() {
    String leverage = text.leverage();
    String close = text.close();
    return Json.object()
        .put("pair", spec.altname())
        .put("type", request.side().name().toLowerCase(Locale.ROOT))
        .put("ordertype", OrderText.type(request.type()))
        .put("price", text.price())
        .put("price2", text.price2())
        .put("leverage", leverage == null ? "none" : leverage)
        .put("order", text.sentence(false))
        .put("close", close == null ? "" : close);
  }

  private ObjectNode putFigures(ObjectNode row) {
    TriggerState trigger = order.trigger();
    BigDecimal limit = order.limitPrice();
    boolean fired = trigger != null && trigger.fired();
    BigDecimal cash = request.cashQuantity();
    return row.put("vol", (cash == null ? order.quantity() : cash).setScale(8).toPlainString())
        .put("vol_exec", order.filled().setScale(8).toPlainString())
        .put("cost", amount(order.cost()))
        .put("fee", amount(order.fee()))
        .put("price", order.averagePrice().toPlainString())
        .put("stopprice", amount(trigger == null ? BigDecimal.ZERO : trigger.actualPrice()))
        .put("limitprice", amount(fired && limit != null ? limit : BigDecimal.ZERO))
        .put("misc", fired ? "stopped" : "")
        .put("oflags", flags());
  }

  private static String amount(BigDecimal amount) {
    return amount.setScale(PairSpec.COST_DECIMALS, RoundingMode.HALF_UP).toPlainString();
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

  /** Unix seconds as a number; zero for none. */
  private static BigDecimal seconds(@Nullable Instant time) {
    return time == null
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(
            TimeUnit.SECONDS.toMicros(time.getEpochSecond())
                + TimeUnit.NANOSECONDS.toMicros(time.getNano()),
            6);
  }
}
