package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The true book of a pair, without any depth limit; each side runs from its best price. */
public final class BookModel {
  private final NavigableMap<BigDecimal, Level> bids = new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<BigDecimal, Level> asks = new TreeMap<>();

  Level set(BookChange change, Instant time) {
    Level level = new Level(change.price(), change.quantity(), time);
    if (level.gone()) {
      levels(change.side()).remove(level.price());
    } else {
      levels(change.side()).put(level.price(), level);
    }
    return level;
  }

  private NavigableMap<BigDecimal, Level> levels(Side side) {
    return side == Side.BUY ? bids : asks;
  }

  NavigableMap<BigDecimal, Level> side(Side side) {
    return Collections.unmodifiableNavigableMap(levels(side));
  }

  /** The level so many places behind the best one. */
  Level level(Side side, int place) {
    return levels(side).values().stream().skip(place).findFirst().orElseThrow();
  }

  /** The best level; a side is never empty. */
  Level best(Side side) {
    return levels(side).firstEntry().getValue();
  }

  List<Level> top(Side side, int count) {
    return levels(side).values().stream().limit(count).toList();
  }
}
