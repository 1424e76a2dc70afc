package io.krakenspot.testkit.exchange.internal.v2.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.AmendRequest;
import io.krakenspot.testkit.exchange.internal.engine.Amendment;
import io.krakenspot.testkit.exchange.internal.engine.EditRequest;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.engine.FeePreference;
import io.krakenspot.testkit.exchange.internal.engine.OrderPrice;
import io.krakenspot.testkit.exchange.internal.engine.OrderRef;
import io.krakenspot.testkit.exchange.internal.engine.OrderType;
import io.krakenspot.testkit.exchange.internal.engine.Outcome;
import io.krakenspot.testkit.exchange.internal.engine.Replacement;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Reply;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code amend_order} and {@code edit_order}. */
final class OrderChange {
  private final Client client;

  OrderChange(Client client) {
    this.client = client;
  }

  void amend(Account account, V2Params params, V2Reply reply) {
    String orderId = params.text("order_id");
    String clientId = params.text("cl_ord_id");
    if ((orderId == null) == (clientId == null)) {
      throw Refusal.argument("order_id");
    }
    if (params.has("symbol")) {
      MarketPair unused = Symbols.pair(client, params);
    }
    boolean distance = trailingLimit(account, orderId, clientId);
    AmendRequest request =
        new AmendRequest(
            orderId == null
                ? OrderRef.client(Objects.requireNonNull(clientId))
                : OrderRef.id(orderId),
            params.decimal("order_qty"),
            params.decimal("display_qty"),
            OrderReader.price(params, "limit_price", distance),
            OrderReader.price(params, "trigger_price", false),
            params.flag("post_only", false),
            Symbols.deadline(client, params));
    Outcome<Amendment> outcome = client.venue().engine().amend(account, request);
    if (outcome.ok()) {
      ObjectNode result = Json.object().put("amend_id", outcome.value().amendId());
      reply.granted(
          orderId == null ? result.put("cl_ord_id", clientId) : result.put("order_id", orderId));
    } else {
      reply.refused(Objects.requireNonNull(outcome.error()));
    }
  }

  private static boolean trailingLimit(
      Account account, @Nullable String orderId, @Nullable String clientId) {
    for (EngineOrder order : account.openOrders()) {
      boolean named =
          order.id().equals(orderId)
              || (clientId != null && clientId.equals(order.request().clientId()));
      if (named) {
        return order.request().type() == OrderType.TRAILING_STOP_LIMIT;
      }
    }
    return false;
  }

  void edit(Account account, V2Params params, V2Reply reply) {
    String orderId = params.required("order_id", params.text("order_id"));
    MarketPair pair = Symbols.pair(client, params);
    EngineOrder old = account.order(orderId);
    if (old != null && !old.request().pair().equals(pair.pair())) {
      throw Refusal.argument("symbol");
    }
    OrderType type = old == null ? OrderType.LIMIT : old.request().type();
    OrderPrice limit = OrderReader.limit(params, type);
    params.flag("no_mpp", false);
    EditRequest request =
        new EditRequest(
            OrderRef.id(orderId),
            params.decimal("order_qty"),
            params.decimal("display_qty"),
            limit == null ? OrderReader.price(params, "price", false) : limit,
            OrderReader.trigger(params, type),
            params.integer("order_userref"),
            params.flag("post_only", false),
            params.flag("reduce_only", false),
            params.constant("fee_preference", FeePreference.class),
            Symbols.deadline(client, params),
            params.flag("validate", false));
    Outcome<Replacement> outcome = client.venue().engine().edit(account, request);
    if (outcome.ok()) {
      ObjectNode result =
          Json.object()
              .put("order_id", outcome.value().orderId())
              .put("original_order_id", outcome.value().originalId());
      reply.granted(Warnings.add(result, params));
    } else {
      reply.refused(Objects.requireNonNull(outcome.error()));
    }
  }
}
