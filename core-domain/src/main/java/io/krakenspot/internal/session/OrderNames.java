package io.krakenspot.internal.session;

import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ids of orders by the names that users gave them, whatever these look like. Lives on the loop. */
final class OrderNames {
  private final Map<String, Set<String>> byClientId = new HashMap<>();
  private final Map<Integer, Set<String>> byReference = new HashMap<>();

  void add(Order order) {
    add(byClientId, order.clientOrderId(), order.id());
    add(byReference, order.userReference(), order.id());
  }

  private static <N> void add(Map<N, Set<String>> ids, @Nullable N name, String id) {
    if (name != null) {
      ids.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(id);
    }
  }

  void remove(Order order) {
    remove(byClientId, order.clientOrderId(), order.id());
    remove(byReference, order.userReference(), order.id());
  }

  private static <N> void remove(Map<N, Set<String>> ids, @Nullable N name, String id) {
    if (name != null) {
      ids.computeIfPresent(
          name, (any, named) -> named.remove(id) && named.isEmpty() ? null : named);
    }
  }

  /** In the order in which they were first named so; none for an id. */
  Collection<String> named(OrderKey name) {
    if (name instanceof OrderKey.ClientId one) {
      return byClientId.getOrDefault(one.clientOrderId(), Set.of());
    }
    return name instanceof OrderKey.UserReference one
        ? byReference.getOrDefault(one.userReference(), Set.of())
        : Set.of();
  }
}
