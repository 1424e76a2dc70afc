package io.krakenspot.testkit.exchange.internal.v1.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Permission;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Carries out the trading requests of one connection. */
public final class V1Trading {
  private final Client client;
  private final Map<String, Request> requests;

  /** How a request is carried out, and what a key must be allowed for it. */
  private record Request(String type, Permission permission, Set<String> fields, Work work) {}

  /** Carries a request out. */
  @FunctionalInterface
  private interface Work {
    void run(Account account, V1Params params, V1Answer answer);
  }

  /**
   * Makes the requests of a connection.
   *
   * @param client whose
   */
  public V1Trading(Client client) {
    this.client = client;
    AddOrder adding = new AddOrder(client);
    ChangeOrder changing = new ChangeOrder(client);
    CancelOrder canceling = new CancelOrder(client.venue().engine());
    this.requests =
        Map.of(
            "addOrder",
            new Request(
                "add order",
                Permission.TRADE,
                fields(
                    "ordertype type pair volume price price2 leverage margin reduce_only oflags"
                        + " starttm expiretm timeinforce deadline cl_ord_id userref sender_sub_id"
                        + " stp_type validate close[ordertype] close[price] close[price2]"),
                adding::add),
            "editOrder",
            new Request(
                "edit order",
                Permission.TRADE,
                fields("orderid pair price price2 volume oflags newuserref validate"),
                changing::edit),
            "amendOrder",
            new Request(
                "amend order",
                Permission.TRADE,
                fields(
                    "txid cl_ord_id volume display_volume limit_price trigger_price post_only pair"
                        + " deadline"),
                changing::amend),
            "cancelOrder",
            new Request(
                "cancel order", Permission.CANCEL, fields("txid cl_ord_id"), canceling::some),
            "cancelAll",
            new Request("cancel all", Permission.CANCEL, fields(""), canceling::all),
            "cancelAllOrdersAfter",
            new Request(
                "cancel all orders after", Permission.CANCEL, fields("timeout"), canceling::after));
  }

  private static Set<String> fields(String names) {
    Set<String> fields = new HashSet<>(Set.of("event", "token", "reqid"));
    fields.addAll(Arrays.asList(names.split(" ", -1)));
    return fields;
  }

  /**
   * Whether it is a trading request.
   *
   * @param event for example {@code addOrder}
   * @return true if so
   */
  public boolean serves(String event) {
    return requests.containsKey(event);
  }

  /**
   * Carries a request out.
   *
   * @param event of the request
   * @param owner of the account
   * @param object the request
   */
  public void request(String event, ApiKey owner, ObjectNode object) {
    V1Answer answer = new V1Answer(client, object);
    client.command(owner, () -> answer(event, owner, new V1Params(object), answer));
  }

  private void answer(String event, ApiKey owner, V1Params params, V1Answer answer) {
    Request request = Objects.requireNonNull(requests.get(event));
    String refusal = client.venue().faults().commands().takeRefusal(owner.key());
    if (refusal != null) {
      answer.refused(refusal);
    } else if (!owner.may(request.permission())) {
      answer.refused(Texts.PERMISSION_DENIED);
    } else {
      run(request, client.venue().engine().accounts().open(owner.key()), params, answer);
    }
  }

  private static void run(Request request, Account account, V1Params params, V1Answer answer) {
    try {
      params.only(request.fields(), request.type());
      request.work().run(account, params, answer);
    } catch (Refusal refusal) {
      answer.refused(refusal.text());
    }
  }

  static MarketPair pair(Client client, V1Params params) {
    String name = params.required("pair", params.text("pair"));
    MarketPair pair = client.venue().market().find(name);
    if (pair == null) {
      throw new Refusal(Texts.badPair(name));
    }
    return pair;
  }
}
