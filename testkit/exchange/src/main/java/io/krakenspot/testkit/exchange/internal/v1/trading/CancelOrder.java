package io.krakenspot.testkit.exchange.internal.v1.trading;

import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.CancelAfter;
import io.krakenspot.testkit.exchange.internal.engine.Engine;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.engine.OrderRef;
import io.krakenspot.testkit.exchange.internal.engine.Outcome;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** {@code cancelOrder}, {@code cancelAll} and {@code cancelAllOrdersAfter}. */
final class CancelOrder {
  private final Engine engine;

  CancelOrder(Engine engine) {
    this.engine = engine;
  }

  /** An answer for each order, which does not say for which. */
  void some(Account account, V1Params params, V1Answer answer) {
    List<OrderRef> refs = new ArrayList<>();
    params.texts("txid").forEach(text -> refs.add(ref(text)));
    params.texts("cl_ord_id").forEach(id -> refs.add(OrderRef.client(id)));
    if (refs.isEmpty()) {
      throw Refusal.argument("txid");
    }
    for (OrderRef ref : refs) {
      engine.cancel(account, ref).forEach(outcome -> answer(outcome, answer));
    }
  }

  private static void answer(Outcome<EngineOrder> outcome, V1Answer answer) {
    if (outcome.ok()) {
      answer.done(Json.object());
    } else {
      answer.refused(Objects.requireNonNull(outcome.error()));
    }
  }

  void all(Account account, V1Params params, V1Answer answer) {
    Outcome<Integer> outcome = engine.cancelAll(account);
    if (outcome.ok()) {
      answer.done(Json.object().put("count", outcome.value()));
    } else {
      answer.refused(Objects.requireNonNull(outcome.error()));
    }
  }

  void after(Account account, V1Params params, V1Answer answer) {
    long seconds = params.required("timeout", params.integer("timeout"));
    Outcome<CancelAfter> outcome = engine.cancelAllAfter(account, seconds);
    if (!outcome.ok()) {
      answer.refused(Objects.requireNonNull(outcome.error()));
      return;
    }
    Instant trigger = outcome.value().triggerTime();
    answer.done(
        Json.object()
            .put("currentTime", wholeSeconds(outcome.value().currentTime()))
            .put("triggerTime", trigger == null ? "0" : wholeSeconds(trigger)));
  }

  /** Rounded up. */
  private static String wholeSeconds(Instant time) {
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    return (second.equals(time) ? second : second.plusSeconds(1)).toString();
  }

  /** The exchange's id, or the client's number. */
  static OrderRef ref(String text) {
    return text.matches("-?\\d{1,18}") ? OrderRef.userref(Long.parseLong(text)) : OrderRef.id(text);
  }
}
