package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The orders of a pair by price, then by time. */
final class OrderBook {
  private final NavigableMap<BigDecimal, Set<LiveOrder>> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<BigDecimal, Set<LiveOrder>> asks = new TreeMap<>();

  private NavigableMap<BigDecimal, Set<LiveOrder>> side(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  /** Puts an order at the back of its level. */
  void add(LiveOrder order) {
    side(order.side()).computeIfAbsent(order.limit(), price -> new LinkedHashSet<>()).add(order);
  }

  void remove(LiveOrder order) {
    Set<LiveOrder> level = side(order.side()).get(order.limit());
    if (level != null && level.remove(order) && level.isEmpty()) {
      side(order.side()).remove(order.limit());
    }
  }

  /** The order that is next to be matched. */
  @Nullable LiveOrder first(Side side) {
    var best = side(side).firstEntry();
    return best == null ? null : best.getValue().iterator().next();
  }

  /** The levels of a side, best first, each in the order of its queue. */
  Collection<Set<LiveOrder>> levels(Side side) {
    return side(side).values();
  }

  Set<LiveOrder> level(Side side, BigDecimal price) {
    return side(side).getOrDefault(price, Set.of());
  }

  /** What is visible at a price. */
  BigDecimal total(Side side, BigDecimal price) {
    BigDecimal total = Money.NO_QUANTITY;
    for (LiveOrder order : level(side, price)) {
      total = total.add(order.visible);
    }
    return total;
  }

  /** Whether an order of that side and price would be matched at once. */
  boolean crosses(Side side, BigDecimal limit) {
    LiveOrder best = first(Sides.opposite(side));
    return best != null && Sides.reaches(side, limit, best.limit());
  }
}
