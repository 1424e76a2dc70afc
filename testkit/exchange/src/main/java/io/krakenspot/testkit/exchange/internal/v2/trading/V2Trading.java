package io.krakenspot.testkit.exchange.internal.v2.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Permission;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.Engine;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.engine.Outcome;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Reply;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Carries out the trading requests of one connection. */
public final class V2Trading {
  private final Client client;
  private final Map<String, Request> requests;

  /** How a request is carried out, and what a key must be allowed for it. */
  private record Request(Permission permission, Set<String> fields, Work work) {}

  /** Carries a request out. */
  @FunctionalInterface
  private interface Work {
    void run(Account account, V2Params params, V2Reply reply);
  }

  /**
   * Makes the requests of a connection.
   *
   * @param client whose
   */
  public V2Trading(Client client) {
    this.client = client;
    Engine engine = client.venue().engine();
    OrderBatch batches = new OrderBatch(client);
    OrderChange changes = new OrderChange(client);
    Cancellation cancellations = new Cancellation(client, engine);
    this.requests =
        Map.of(
            "add_order", new Request(Permission.TRADE, Fields.ADD, this::add),
            "batch_add", new Request(Permission.TRADE, Fields.BATCH_ADD, batches::add),
            "amend_order", new Request(Permission.TRADE, Fields.AMEND, changes::amend),
            "edit_order", new Request(Permission.TRADE, Fields.EDIT, changes::edit),
            "cancel_order", new Request(Permission.CANCEL, Fields.CANCEL, cancellations::some),
            "cancel_all", new Request(Permission.CANCEL, Fields.CANCEL_ALL, cancellations::all),
            "cancel_all_orders_after",
                new Request(Permission.CANCEL, Fields.CANCEL_AFTER, cancellations::after),
            "batch_cancel",
                new Request(Permission.CANCEL, Fields.BATCH_CANCEL, cancellations::batch));
  }

  /**
   * Whether it is a trading request.
   *
   * @param method for example {@code add_order}
   * @return true if so
   */
  public boolean serves(String method) {
    return requests.containsKey(method);
  }

  /**
   * Carries a request out.
   *
   * @param method of the request
   * @param owner of the account
   * @param object its parameters
   * @param reply to answer with
   */
  public void request(String method, ApiKey owner, ObjectNode object, V2Reply reply) {
    client.command(owner, () -> answer(method, owner, new V2Params(object, method), reply));
  }

  private void answer(String method, ApiKey owner, V2Params params, V2Reply reply) {
    Request request = Objects.requireNonNull(requests.get(method));
    String refusal = client.venue().faults().commands().takeRefusal(owner.key());
    if (refusal != null) {
      reply.refused(refusal);
    } else if (!owner.may(request.permission())) {
      reply.refused(Texts.PERMISSION_DENIED);
    } else {
      run(request, client.venue().engine().accounts().open(owner.key()), params, reply);
    }
  }

  private static void run(Request request, Account account, V2Params params, V2Reply reply) {
    try {
      params.only(request.fields());
      request.work().run(account, params, reply);
    } catch (Refusal refusal) {
      reply.refused(refusal.text());
    }
  }

  private void add(Account account, V2Params params, V2Reply reply) {
    boolean validate = params.flag("validate", false);
    OrderRequest order =
        new OrderReader(params)
            .read(Symbols.pair(client, params), Symbols.deadline(client, params), validate);
    client.venue().audits().added(account.name(), order);
    Outcome<String> outcome = client.venue().engine().add(account, order);
    if (outcome.ok()) {
      reply.granted(Warnings.add(row(outcome.value(), order), params));
    } else {
      reply.refused(Objects.requireNonNull(outcome.error()));
    }
  }

  /** The ids of an order that was placed. */
  static ObjectNode row(String id, OrderRequest order) {
    ObjectNode row = Json.object().put("order_id", id);
    if (order.clientId() != null) {
      row.put("cl_ord_id", order.clientId());
    }
    Long userref = order.userref();
    return userref == null ? row : row.put("order_userref", userref);
  }
}
