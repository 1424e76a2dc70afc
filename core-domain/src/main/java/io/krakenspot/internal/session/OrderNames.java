package io.krakenspot.internal.session;

import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ids of orders by the names that users gave them. Lives on the loop. */
final class OrderNames {
  private final Map<OrderKey, Set<String>> ids = new HashMap<>();

  void add(Order order) {
    for (OrderKey name : names(order)) {
      ids.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(order.id());
    }
  }

  void remove(Order order) {
    for (OrderKey name : names(order)) {
      ids.computeIfPresent(
          name, (any, named) -> named.remove(order.id()) && named.isEmpty() ? null : named);
    }
  }

  /** In the order in which they were first named so. */
  Collection<String> named(OrderKey name) {
    return ids.getOrDefault(name, Set.of());
  }

  private static List<OrderKey> names(Order order) {
    List<OrderKey> names = new ArrayList<>(2);
    String clientId = order.clientOrderId();
    Integer reference = order.userReference();
    if (clientId != null) {
      names.add(OrderKey.clientId(clientId));
    }
    if (reference != null) {
      names.add(OrderKey.userReference(reference));
    }
    return names;
  }
}
