package io.krakenspot.testkit.exchange.internal.v2.trading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.engine.Outcome;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Reply;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** {@code batch_add}: the whole batch is read before the engine sees any of it. */
final class OrderBatch {
  private static final int FEWEST = 2;
  private static final int MOST = 15;

  private final Client client;

  OrderBatch(Client client) {
    this.client = client;
  }

  void add(Account account, V2Params params, V2Reply reply) {
    List<V2Params> given = params.objects("orders");
    if (given.size() < FEWEST || given.size() > MOST) {
      throw Refusal.argument("orders");
    }
    boolean validate = params.flag("validate", false);
    List<OrderRequest> orders = read(given, params, validate);
    orders.forEach(order -> client.venue().audits().added(account.name(), order));
    Outcome<List<Outcome<String>>> outcome = client.venue().engine().addBatch(account, orders);
    if (outcome.ok()) {
      answer(orders, given, outcome.value(), validate, reply);
    } else {
      reply.refused(Objects.requireNonNull(outcome.error()));
    }
  }

  private List<OrderRequest> read(List<V2Params> given, V2Params params, boolean validate) {
    MarketPair pair = Symbols.pair(client, params);
    Instant deadline = Symbols.deadline(client, params);
    return given.stream()
        .map(one -> new OrderReader(one.only(Fields.BATCH_ROW)).read(pair, deadline, validate))
        .toList();
  }

  private static void answer(
      List<OrderRequest> orders,
      List<V2Params> given,
      List<Outcome<String>> outcomes,
      boolean validate,
      V2Reply reply) {
    ArrayNode rows = Json.array();
    for (int index = 0; index < orders.size(); index++) {
      rows.add(row(orders.get(index), given.get(index), outcomes.get(index), validate));
    }
    if (outcomes.stream().allMatch(Outcome::ok)) {
      reply.granted(rows);
    } else {
      reply.partly(rows);
    }
  }

  private static ObjectNode row(
      OrderRequest order, V2Params given, Outcome<String> outcome, boolean validate) {
    if (!outcome.ok()) {
      return Json.object().put("error", outcome.error());
    }
    return validate
        ? Json.object().put("validation", "Validated Successfully")
        : Warnings.add(V2Trading.row(outcome.value(), order), given);
  }
}
