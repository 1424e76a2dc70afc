package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.market.PairSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The anonymous market steps in where clients have emptied a side, so that every book always has a
 * best price on both.
 */
final class TwoSides {
  private TwoSides() {}

  static void keep(Action action, Lifecycle lifecycle) {
    for (Side side : Side.values()) {
      if (action.desk.book.first(side) == null) {
        BigDecimal quantity = Money.quantity(action.desk.pair.spec().typicalQuantity());
        action.enter(lifecycle.anonymous(action.desk, side, price(action, side), quantity));
      }
    }
  }

  /** A thousandth of the first price away from the last trade and from the other side. */
  private static BigDecimal price(Action action, Side side) {
    BigDecimal price = action.lastPrice();
    LiveOrder other = action.desk.book.first(Sides.opposite(side));
    if (other != null) {
      price = side == Side.BUY ? price.min(other.limit()) : price.max(other.limit());
    }
    BigDecimal gap = gap(action.desk.pair.spec());
    BigDecimal tick = action.desk.pair.spec().tick();
    return side == Side.BUY ? price.subtract(gap).max(tick) : price.add(gap);
  }

  private static BigDecimal gap(PairSpec spec) {
    return spec.startPrice().movePointLeft(3).setScale(spec.priceDecimals(), RoundingMode.UP);
  }
}
