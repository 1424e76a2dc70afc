package io.krakenspot.testkit.exchange.internal.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Venue;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What private REST calls tell of an account. */
final class AccountCalls {
  private static final int PAGE = 50;

  private final Venue venue;

  AccountCalls(Venue venue) {
    this.venue = venue;
  }

  private Account account(ApiKey key) {
    return venue.engine().accounts().open(key.key());
  }

  RestAnswer openOrders(ApiKey key, Map<String, String> values) {
    ObjectNode result = Json.object();
    put(result.putObject("open"), selected(account(key).openOrders().stream(), values).toList());
    return RestAnswer.result(result);
  }

  /** Newest first, 50 a call; {@code ofs} says where to begin. */
  RestAnswer closedOrders(ApiKey key, Map<String, String> values) {
    List<EngineOrder> closed =
        selected(account(key).orders().stream(), values)
            .filter(order -> order.status().isFinal())
            .sorted(Comparator.comparing(EngineOrder::time).reversed())
            .toList();
    String offset = values.getOrDefault("ofs", "0");
    int skipped = offset.matches("\\d{1,9}") ? Integer.parseInt(offset) : 0;
    ObjectNode result = Json.object();
    put(result.putObject("closed"), closed.stream().skip(skipped).limit(PAGE).toList());
    return RestAnswer.result(result.put("count", closed.size()));
  }

  RestAnswer queryOrders(ApiKey key, Map<String, String> values) {
    List<String> ids = Arrays.asList(values.getOrDefault("txid", "").split(",", -1));
    List<EngineOrder> found =
        account(key).orders().stream().filter(order -> ids.contains(order.id())).toList();
    if (found.isEmpty()) {
      return RestAnswer.error(200, "EOrder:Invalid order");
    }
    ObjectNode result = Json.object();
    put(result, found);
    return RestAnswer.result(result);
  }

  RestAnswer balance(ApiKey key) {
    ObjectNode result = Json.object();
    account(key)
        .balances()
        .forEach(
            (asset, balance) ->
                result.put(
                    asset.restCode(),
                    balance.setScale(asset.decimals(), RoundingMode.HALF_UP).toPlainString()));
    return RestAnswer.result(result);
  }

  private static Stream<EngineOrder> selected(
      Stream<EngineOrder> orders, Map<String, String> values) {
    String userref = values.get("userref");
    String clientId = values.get("cl_ord_id");
    return orders
        .filter(order -> userref == null || userref.equals(userref(order)))
        .filter(order -> clientId == null || clientId.equals(order.request().clientId()));
  }

  private static String userref(EngineOrder order) {
    return String.valueOf(order.request().userref());
  }

  private void put(ObjectNode object, List<EngineOrder> orders) {
    for (EngineOrder order : orders) {
      object.set(
          order.id(), new RestOrder(order, venue.market().get(order.request().pair())).write());
    }
  }
}
