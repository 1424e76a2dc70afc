package io.krakenspot.testkit.exchange.internal.v2.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.CancelAfter;
import io.krakenspot.testkit.exchange.internal.engine.Engine;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.engine.OrderRef;
import io.krakenspot.testkit.exchange.internal.engine.Outcome;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Reply;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Everything that cancels. */
final class Cancellation {
  private static final int FEWEST = 2;
  private static final int MOST = 50;

  private final Client client;
  private final Engine engine;

  Cancellation(Client client, Engine engine) {
    this.client = client;
    this.engine = engine;
  }

  /** {@code cancel_order}: an answer for each order. */
  void some(Account account, V2Params params, V2Reply reply) {
    List<OrderRef> refs = new ArrayList<>();
    params.texts("order_id").forEach(id -> refs.add(OrderRef.id(id)));
    params.texts("cl_ord_id").forEach(id -> refs.add(OrderRef.client(id)));
    params.integers("order_userref").forEach(number -> refs.add(OrderRef.userref(number)));
    if (refs.isEmpty()) {
      throw Refusal.argument("order_id");
    }
    for (OrderRef ref : refs) {
      engine.cancel(account, ref).forEach(outcome -> answer(ref, outcome, reply));
    }
  }

  private static void answer(OrderRef ref, Outcome<EngineOrder> outcome, V2Reply reply) {
    if (!outcome.ok()) {
      reply.refused(Objects.requireNonNull(outcome.error()));
    } else if (ref.kind() == OrderRef.Kind.CLIENT_ID) {
      reply.granted(Json.object().put("cl_ord_id", ref.value()));
    } else {
      reply.granted(Json.object().put("order_id", outcome.value().id()));
    }
  }

  /** {@code cancel_all}. */
  void all(Account account, V2Params params, V2Reply reply) {
    count(engine.cancelAll(account), reply);
  }

  private static void count(Outcome<Integer> outcome, V2Reply reply) {
    if (outcome.ok()) {
      reply.granted(Json.object().put("count", outcome.value()));
    } else {
      reply.refused(Objects.requireNonNull(outcome.error()));
    }
  }

  /** {@code cancel_all_orders_after}. */
  void after(Account account, V2Params params, V2Reply reply) {
    long seconds = params.required("timeout", params.integer("timeout"));
    Outcome<CancelAfter> outcome = engine.cancelAllAfter(account, seconds);
    if (!outcome.ok()) {
      reply.refused(Objects.requireNonNull(outcome.error()));
      return;
    }
    Instant trigger = outcome.value().triggerTime();
    ObjectNode result =
        Json.object().put("currentTime", V2Time.seconds(outcome.value().currentTime()));
    reply.granted(result.put("triggerTime", trigger == null ? "0" : V2Time.seconds(trigger)));
  }

  /** {@code batch_cancel}: ids of either kind, or numbers as texts. */
  void batch(Account account, V2Params params, V2Reply reply) {
    List<OrderRef> refs = new ArrayList<>();
    params.texts("orders").forEach(text -> refs.add(ref(text)));
    params.texts("cl_ord_id").forEach(id -> refs.add(OrderRef.client(id)));
    if (refs.size() < FEWEST || refs.size() > MOST) {
      throw Refusal.argument("orders");
    }
    Outcome<Integer> outcome = engine.cancelBatch(account, refs);
    if (outcome.ok() && client.venue().faults().commands().olderBatchCancel()) {
      reply.granted("orders_cancelled", outcome.value());
    } else {
      count(outcome, reply);
    }
  }

  private static OrderRef ref(String text) {
    return text.matches("-?\\d{1,18}") ? OrderRef.userref(Long.parseLong(text)) : OrderRef.id(text);
  }
}
