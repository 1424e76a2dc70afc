package io.krakenspot.testkit.exchange.internal.v1.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.AmendRequest;
import io.krakenspot.testkit.exchange.internal.engine.Amendment;
import io.krakenspot.testkit.exchange.internal.engine.EditRequest;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.engine.OrderPrice;
import io.krakenspot.testkit.exchange.internal.engine.OrderRef;
import io.krakenspot.testkit.exchange.internal.engine.OrderType;
import io.krakenspot.testkit.exchange.internal.engine.Outcome;
import io.krakenspot.testkit.exchange.internal.engine.Replacement;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.OrderTerms;
import io.krakenspot.testkit.exchange.internal.session.OrderText;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code amendOrder} and {@code editOrder}. */
final class ChangeOrder {
  private final Client client;

  ChangeOrder(Client client) {
    this.client = client;
  }

  void amend(Account account, V1Params params, V1Answer answer) {
    String id = params.text("txid");
    String clientId = params.text("cl_ord_id");
    if ((id == null) == (clientId == null)) {
      throw Refusal.argument("txid");
    }
    OrderRef ref = id == null ? OrderRef.client(Objects.requireNonNull(clientId)) : OrderRef.id(id);
    EngineOrder order = find(account, ref);
    Outcome<Amendment> outcome =
        client.venue().engine().amend(account, amendment(ref, order, params));
    if (outcome.ok()) {
      ObjectNode done = Json.object().put("amend_id", outcome.value().amendId());
      answer.done(id == null ? done.put("cl_ord_id", clientId) : done.put("txid", id));
    } else {
      answer.refused(Objects.requireNonNull(outcome.error()));
    }
  }

  private AmendRequest amendment(OrderRef ref, @Nullable EngineOrder order, V1Params params) {
    return new AmendRequest(
        ref,
        params.decimal("volume"),
        params.decimal("display_volume"),
        order == null ? null : limit(order, params),
        order == null ? null : trigger(order, params),
        params.flag("post_only"),
        OrderTerms.deadline(params.time("deadline"), client.venue().stamp()));
  }

  private @Nullable OrderPrice limit(EngineOrder order, V1Params params) {
    OrderType type = order.request().type();
    String text = params.text("limit_price");
    return type.trailing()
        ? prices(order).read("limit_price", text, type)
        : prices(order).fixed("limit_price", text, type);
  }

  private @Nullable OrderPrice trigger(EngineOrder order, V1Params params) {
    OrderType type = order.request().type();
    return prices(order).read("trigger_price", params.text("trigger_price"), type);
  }

  private PriceText prices(EngineOrder order) {
    MarketPair pair = client.venue().market().get(order.request().pair());
    return new PriceText(pair, order.request().side());
  }

  private static @Nullable EngineOrder find(Account account, OrderRef ref) {
    return account.openOrders().stream()
        .filter(order -> named(order, ref))
        .findFirst()
        .orElse(null);
  }

  private static boolean named(EngineOrder order, OrderRef ref) {
    return switch (ref.kind()) {
      case ORDER_ID -> order.id().equals(ref.value());
      case CLIENT_ID -> ref.value().equals(order.request().clientId());
      case USERREF -> ref.value().equals(String.valueOf(order.request().userref()));
    };
  }

  void edit(Account account, V1Params params, V1Answer answer) {
    MarketPair pair = V1Trading.pair(client, params);
    OrderRef ref = CancelOrder.ref(params.required("orderid", params.text("orderid")));
    EngineOrder old = find(account, ref);
    if (old != null && !old.request().pair().equals(pair.pair())) {
      throw Refusal.argument("pair");
    }
    boolean validate = params.flag("validate");
    Outcome<Replacement> outcome =
        client.venue().engine().edit(account, edition(ref, old, params, validate));
    if (!outcome.ok()) {
      answer.refused(Objects.requireNonNull(outcome.error()));
      return;
    }
    Replacement replacement = outcome.value();
    EngineOrder order = account.order(validate ? replacement.originalId() : replacement.orderId());
    ObjectNode done = Json.object();
    if (order != null) {
      done.put("descr", description(order, pair));
    }
    done.put("originaltxid", replacement.originalId());
    answer.done(validate ? done : done.put("txid", replacement.orderId()));
  }

  private static String description(EngineOrder order, MarketPair pair) {
    return OrderText.of(order, pair.spec().altname(), pair.spec().priceDecimals()).sentence(false);
  }

  private EditRequest edition(
      OrderRef ref, @Nullable EngineOrder old, V1Params params, boolean validate) {
    String flags = params.text("oflags");
    if (flags != null && !flags.isEmpty() && !flags.equals("post")) {
      throw Refusal.argument("oflags");
    }
    return new EditRequest(
        ref,
        params.decimal("volume"),
        null,
        old == null ? null : AddOrder.limit(params, old.request().type(), prices(old)),
        old == null ? null : AddOrder.trigger(params, old.request().type(), prices(old)),
        params.integer("newuserref"),
        "post".equals(flags),
        false,
        null,
        null,
        validate);
  }
}
