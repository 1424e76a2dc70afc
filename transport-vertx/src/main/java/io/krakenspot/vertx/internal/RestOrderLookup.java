package io.krakenspot.vertx.internal;

import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderKey;
import io.krakenspot.port.OrderLookup;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Looks orders up in the exchange's records.
 *
 * <p>Source: Kraken REST {@code QueryOrders}, {@code OpenOrders}, {@code ClosedOrders}.
 */
public final class RestOrderLookup implements OrderLookup {
  private static final Comparator<Order> NEWEST_FIRST =
      Comparator.comparing(
          order -> order.get(OrderAttribute.OPENED),
          Comparator.nullsLast(Comparator.<Instant>reverseOrder()));

  private final PrivateCalls calls;

  /**
   * The orders of a key's owner.
   *
   * @param calls with that key
   */
  public RestOrderLookup(PrivateCalls calls) {
    this.calls = calls;
  }

  @Override
  public CompletionStage<List<Order>> find(OrderKey key) {
    long deadline = calls.deadline();
    CompletionStage<Map<String, Order>> found;
    if (key instanceof OrderKey.Id id) {
      String query = PrivateCalls.parameter("txid", id.orderId());
      found = ask("QueryOrders", query, null, key, deadline);
    } else {
      found = search(filter(key), key, deadline);
    }
    return PrivateCalls.unwrapped(found.thenApply(RestOrderLookup::newestFirst));
  }

  /** Open ones first: one that ends meanwhile is in both lists, never in none. */
  private CompletionStage<Map<String, Order>> search(String filter, OrderKey key, long deadline) {
    return ask("OpenOrders", filter, "open", key, deadline)
        .thenCompose(
            open ->
                ask("ClosedOrders", filter, "closed", key, deadline)
                    .thenApply(closed -> joined(open, closed)));
  }

  private static Map<String, Order> joined(Map<String, Order> open, Map<String, Order> closed) {
    Map<String, Order> all = new LinkedHashMap<>(open);
    all.putAll(closed);
    return all;
  }

  private static String filter(OrderKey key) {
    return key instanceof OrderKey.ClientId byClient
        ? PrivateCalls.parameter("cl_ord_id", byClient.clientOrderId())
        : PrivateCalls.parameter("userref", ((OrderKey.UserReference) key).userReference());
  }

  private CompletionStage<Map<String, Order>> ask(
      String method, String query, @Nullable String list, OrderKey key, long deadline) {
    return calls
        .call(method, query, deadline)
        .thenApply(
            answer -> answer.says("EOrder:Unknown order") ? Map.of() : orders(answer, list, key));
  }

  private static Map<String, Order> orders(Answer answer, @Nullable String list, OrderKey key) {
    JsonObject rows = list == null ? answer.result() : rows(answer, list);
    Map<String, Order> orders = new LinkedHashMap<>();
    for (String id : rows.fieldNames()) {
      if (!(rows.getValue(id) instanceof JsonObject row)) {
        throw answer.malformed("lists something that is no order");
      }
      Order order = RestOrder.read(id, new Row(answer, row));
      if (!order.named(key)) {
        throw answer.malformed("lists an order that was not asked for: " + id);
      }
      orders.put(id, order);
    }
    return orders;
  }

  private static JsonObject rows(Answer answer, String list) {
    if (answer.result().getValue(list) instanceof JsonObject rows) {
      return rows;
    }
    throw answer.malformed("has no list of orders");
  }

  private static List<Order> newestFirst(Map<String, Order> orders) {
    return orders.values().stream().sorted(NEWEST_FIRST).toList();
  }
}
