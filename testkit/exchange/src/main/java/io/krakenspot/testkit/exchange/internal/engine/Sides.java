package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import java.math.BigDecimal;

/** What depends on which side one stands. */
final class Sides {
  private Sides() {}

  static Side opposite(Side side) {
    return side == Side.BUY ? Side.SELL : Side.BUY;
  }

  /** Whether somebody with a limit would trade at a price. */
  static boolean reaches(Side side, BigDecimal limit, BigDecimal price) {
    int compared = limit.compareTo(price);
    return side == Side.BUY ? compared >= 0 : compared <= 0;
  }
}
