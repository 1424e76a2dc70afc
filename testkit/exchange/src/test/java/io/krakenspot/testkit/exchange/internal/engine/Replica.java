package io.krakenspot.testkit.exchange.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import io.krakenspot.market.Trade;
import io.krakenspot.testkit.exchange.internal.market.Level3Event;
import io.krakenspot.testkit.exchange.internal.market.Level3Order;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A book kept from level 3 events alone, which holds that each trade was with the order at the
 * front of the best level.
 */
final class Replica {
  private final Map<Side, TreeMap<BigDecimal, List<Level3Order>>> sides = new EnumMap<>(Side.class);

  Replica(Map<Side, List<List<Level3Order>>> snapshot) {
    sides.put(Side.BUY, new TreeMap<>(Comparator.reverseOrder()));
    sides.put(Side.SELL, new TreeMap<>());
    snapshot.forEach(
        (side, levels) ->
            levels.forEach(level -> side(side).put(level.get(0).price(), new ArrayList<>(level))));
  }

  private TreeMap<BigDecimal, List<Level3Order>> side(Side side) {
    return Objects.requireNonNull(sides.get(side));
  }

  List<List<Level3Order>> levels(Side side) {
    return List.copyOf(side(side).values());
  }

  void follow(PairUpdate update) {
    List<Trade> trades = new ArrayList<>(update.trades());
    for (Level3Event event : update.level3()) {
      if (!trades.isEmpty() && isTrade(event, trades.get(0))) {
        Level3Order front = side(event.side()).firstEntry().getValue().get(0);
        assertThat(front.id()).as("the front of the best level").isEqualTo(event.order().id());
        trades.remove(0);
      }
      apply(event);
    }
    assertThat(trades).as("trades without a maker").isEmpty();
  }

  private boolean isTrade(Level3Event event, Trade trade) {
    Level3Order order = event.order();
    if (event.kind() == Level3Event.Kind.ADD
        || event.side() == trade.side()
        || order.price().compareTo(trade.price()) != 0) {
      return false;
    }
    BigDecimal left = event.kind() == Level3Event.Kind.DELETE ? BigDecimal.ZERO : order.quantity();
    return find(event).quantity().subtract(left).compareTo(trade.quantity()) == 0;
  }

  private Level3Order find(Level3Event event) {
    return level(event).stream()
        .filter(order -> order.id().equals(event.order().id()))
        .findFirst()
        .orElseThrow();
  }

  private List<Level3Order> level(Level3Event event) {
    return side(event.side()).computeIfAbsent(event.order().price(), price -> new ArrayList<>());
  }

  private void apply(Level3Event event) {
    List<Level3Order> level = level(event);
    switch (event.kind()) {
      case ADD -> level.add(event.order());
      case MODIFY -> level.set(level.indexOf(find(event)), event.order());
      case DELETE -> {
        Level3Order gone = find(event);
        assertThat(event.order().quantity()).isEqualTo(gone.quantity());
        level.remove(gone);
      }
    }
    if (level.isEmpty()) {
      side(event.side()).remove(event.order().price());
    }
  }

  /** Every order is younger than the one in front of it. */
  void checkQueues() {
    for (Side side : Side.values()) {
      for (List<Level3Order> level : levels(side)) {
        Iterator<Level3Order> queue = level.iterator();
        Level3Order front = queue.next();
        while (queue.hasNext()) {
          Level3Order next = queue.next();
          assertThat(next.time()).isAfter(front.time());
          front = next;
        }
      }
    }
  }
}
