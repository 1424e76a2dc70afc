package io.krakenspot.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One side of the exchange's own book of orders: deeper than what subscribers of a depth see. */
final class OrderQueues {
  private final TreeMap<Long, List<Resting>> levels;
  private final int depth;

  OrderQueues(Comparator<Long> bestFirst, int depth) {
    this.levels = new TreeMap<>(bestFirst);
    this.depth = depth;
  }

  /** Joins the back of its level. */
  void add(Resting order) {
    levels.computeIfAbsent(order.price(), none -> new ArrayList<>()).add(order);
  }

  /** Keeps its place. */
  void modify(Resting order) {
    List<Resting> queue = queue(order.price());
    for (int place = 0; place < queue.size(); place++) {
      if (queue.get(place).id().equals(order.id())) {
        queue.set(place, order);
      }
    }
  }

  /**
   * Takes an order away.
   *
   * @return the orders of the level that comes into view for it, often none
   */
  List<Resting> remove(Resting order) {
    List<Resting> queue = queue(order.price());
    queue.removeIf(one -> one.id().equals(order.id()));
    if (!queue.isEmpty()) {
      return List.of();
    }
    levels.remove(order.price());
    return levels.size() < depth ? List.of() : level(depth - 1);
  }

  private List<Resting> queue(long price) {
    return levels.getOrDefault(price, List.of());
  }

  /** The orders of a level, front of the queue first. */
  List<Resting> level(int index) {
    return List.copyOf(levels.values().stream().skip(index).findFirst().orElseThrow());
  }

  long price(int index) {
    return level(index).get(0).price();
  }

  Stream<Resting> best(int count) {
    return levels.values().stream().limit(count).flatMap(List::stream);
  }

  int size() {
    return levels.size();
  }
}
