package io.krakenspot.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One side of the exchange's own book: deeper than what subscribers of a depth see. */
final class MarketSide {
  private final TreeMap<Long, Long> levels;
  private final int depth;

  MarketSide(Comparator<Long> bestFirst, int depth) {
    this.levels = new TreeMap<>(bestFirst);
    this.depth = depth;
  }

  /**
   * Changes a level that subscribers see.
   *
   * @return the levels that an update names: the one changed, and the one that comes into view if
   *     it was removed
   */
  List<Level> set(long price, long quantity) {
    List<Level> named = new ArrayList<>(2);
    named.add(new Level(price, quantity, false));
    if (quantity == 0) {
      levels.remove(price);
      if (levels.size() >= depth) {
        Level entering = level(depth - 1);
        named.add(new Level(entering.price(), entering.quantity(), true));
      }
    } else {
      levels.put(price, quantity);
    }
    return named;
  }

  Level level(int index) {
    Iterator<Map.Entry<Long, Long>> from = levels.entrySet().iterator();
    for (int i = 0; i < index; i++) {
      from.next();
    }
    Map.Entry<Long, Long> entry = from.next();
    return new Level(entry.getKey(), entry.getValue(), false);
  }

  List<Level> best(int count) {
    return levels.entrySet().stream()
        .limit(count)
        .map(entry -> new Level(entry.getKey(), entry.getValue(), false))
        .toList();
  }

  List<Level> visible() {
    return best(depth);
  }

  int size() {
    return levels.size();
  }
}
