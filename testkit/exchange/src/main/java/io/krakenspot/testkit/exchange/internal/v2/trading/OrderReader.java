package io.krakenspot.testkit.exchange.internal.v2.trading;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.engine.CloseTerms;
import io.krakenspot.testkit.exchange.internal.engine.FeePreference;
import io.krakenspot.testkit.exchange.internal.engine.OrderPrice;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.engine.OrderType;
import io.krakenspot.testkit.exchange.internal.engine.SelfTrade;
import io.krakenspot.testkit.exchange.internal.engine.TimeInForce;
import io.krakenspot.testkit.exchange.internal.engine.TriggerTerms;
import io.krakenspot.testkit.exchange.internal.engine.TriggerTerms.Reference;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.OrderTerms;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads an order of {@code add_order} or of a batch. */
final class OrderReader {
  private final V2Params params;
  private final OrderType type;

  OrderReader(V2Params params) {
    this.params = params;
    this.type = params.required("order_type", params.constant("order_type", OrderType.class));
  }

  OrderRequest read(MarketPair pair, @Nullable Instant deadline, boolean validateOnly) {
    Side side = params.required("side", params.constant("side", Side.class));
    String clientId = params.text("cl_ord_id");
    Long userref = params.integer("order_userref");
    OrderTerms.checkNames(clientId, userref);
    CloseTerms close = close();
    if (close != null && clientId != null) {
      throw Refusal.argument("conditional");
    }
    params.flag("no_mpp", false);
    return OrderRequest.of(pair.pair(), side, type)
        .quantity(params.decimal("order_qty"))
        .cashQuantity(params.decimal("cash_order_qty"))
        .limitPrice(limit(params, type))
        .trigger(trigger(params, type))
        .displayQuantity(params.decimal("display_qty"))
        .timeInForce(orElse(params.constant("time_in_force", TimeInForce.class), TimeInForce.GTC))
        .effectiveTime(params.time("effective_time"))
        .expireTime(params.time("expire_time"))
        .deadline(deadline)
        .postOnly(params.flag("post_only", false))
        .reduceOnly(params.flag("reduce_only", false))
        .margin(params.flag("margin", false))
        .selfTrade(orElse(params.constant("stp_type", SelfTrade.class), SelfTrade.CANCEL_NEWEST))
        .feePreference(params.constant("fee_preference", FeePreference.class))
        .clientId(clientId)
        .userref(userref)
        .senderSubId(params.text("sender_sub_id"))
        .close(close)
        .validateOnly(validateOnly)
        .build();
  }

  private static <T> T orElse(@Nullable T value, T whenAbsent) {
    return value == null ? whenAbsent : value;
  }

  static @Nullable OrderPrice limit(V2Params params, OrderType type) {
    return price(params, "limit_price", type == OrderType.TRAILING_STOP_LIMIT);
  }

  /** A price with its type beside it, which is a distance by default for trailing orders. */
  static @Nullable OrderPrice price(V2Params params, String name, boolean distance) {
    BigDecimal value = params.decimal(name);
    OrderPrice.Kind kind = params.constant(name + "_type", OrderPrice.Kind.class);
    if (value == null) {
      return null;
    }
    return new OrderPrice(
        value, orElse(kind, distance ? OrderPrice.Kind.QUOTE : OrderPrice.Kind.STATIC));
  }

  /** From {@code triggers}, or from the deprecated fields it replaced. */
  static @Nullable TriggerTerms trigger(V2Params params, OrderType type) {
    V2Params triggers = params.object("triggers");
    if (triggers != null) {
      triggers.only(Fields.TRIGGERS);
      OrderPrice price = price(triggers, "price", type.trailing());
      return new TriggerTerms(
          triggers.required("triggers", price), reference(triggers, "reference"));
    }
    OrderPrice older = price(params, "stop_price", type.trailing());
    return older == null ? null : new TriggerTerms(older, reference(params, "trigger"));
  }

  private static Reference reference(V2Params params, String name) {
    return orElse(params.constant(name, Reference.class), Reference.LAST);
  }

  private @Nullable CloseTerms close() {
    V2Params conditional = params.object("conditional");
    if (conditional == null) {
      return null;
    }
    conditional.only(Fields.CONDITIONAL);
    OrderType closing =
        conditional.required("conditional", conditional.constant("order_type", OrderType.class));
    OrderPrice trigger = price(conditional, "trigger_price", closing.trailing());
    OrderPrice older = price(conditional, "stop_price", closing.trailing());
    return new CloseTerms(closing, limit(conditional, closing), trigger == null ? older : trigger);
  }
}
