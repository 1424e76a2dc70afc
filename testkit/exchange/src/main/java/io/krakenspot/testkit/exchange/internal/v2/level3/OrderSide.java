package io.krakenspot.testkit.exchange.internal.v2.level3;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.engine.Engine;
import io.krakenspot.testkit.exchange.internal.market.Level3Event;
import io.krakenspot.testkit.exchange.internal.market.Level3Event.Kind;
import io.krakenspot.testkit.exchange.internal.market.Level3Order;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one side that a client which follows the updates holds: those of the best levels,
 * cut after each message. A level that was pushed out is not mentioned; one that moves into range
 * is told order by order.
 */
final class OrderSide {
  private final Engine engine;
  private final MarketPair pair;
  private final Side side;
  private final int depth;
  private final TreeMap<BigDecimal, Map<String, Level3Order>> levels;
  private final Comparator<BigDecimal> best;

  OrderSide(Engine engine, MarketPair pair, Side side, int depth) {
    this.engine = engine;
    this.pair = pair;
    this.side = side;
    this.depth = depth;
    this.best = side == Side.BUY ? Comparator.reverseOrder() : Comparator.naturalOrder();
    this.levels = new TreeMap<>(best);
    standing().forEach(this::put);
  }

  private List<List<Level3Order>> standing() {
    return engine.standing(pair, side, depth);
  }

  private void put(List<Level3Order> level) {
    level.forEach(this::put);
  }

  private void put(Level3Order order) {
    levels.computeIfAbsent(order.price(), none -> new LinkedHashMap<>()).put(order.id(), order);
  }

  /** Follows what the engine has done; returns what a client is told of it. */
  List<Level3Event> follow(List<Level3Event> events) {
    BigDecimal worst = levels.size() < depth ? null : levels.lastKey();
    List<Level3Event> told = new ArrayList<>();
    for (Level3Event event : events) {
      if (event.side() == side && inRange(event.order().price(), worst)) {
        apply(event);
        told.add(event);
      }
    }
    if (!told.isEmpty()) {
      cut();
      refill(told);
    }
    return told;
  }

  private boolean inRange(BigDecimal price, @Nullable BigDecimal worst) {
    return worst == null || best.compare(price, worst) <= 0;
  }

  private void apply(Level3Event event) {
    Level3Order order = event.order();
    if (event.kind() == Kind.DELETE) {
      Map<String, Level3Order> level = levels.get(order.price());
      if (level != null) {
        level.remove(order.id());
        if (level.isEmpty()) {
          levels.remove(order.price());
        }
      }
    } else {
      put(order);
    }
  }

  private void cut() {
    while (levels.size() > depth) {
      levels.pollLastEntry();
    }
  }

  private void refill(List<Level3Event> told) {
    if (levels.size() == depth) {
      return;
    }
    for (List<Level3Order> level : standing()) {
      if (!levels.containsKey(level.get(0).price())) {
        put(level);
        level.forEach(order -> told.add(new Level3Event(Kind.ADD, side, order)));
      }
    }
  }

  /** The orders of the best levels, best level first, each in the order of its queue. */
  List<Level3Order> orders(int count) {
    return levels.values().stream().limit(count).flatMap(level -> level.values().stream()).toList();
  }
}
