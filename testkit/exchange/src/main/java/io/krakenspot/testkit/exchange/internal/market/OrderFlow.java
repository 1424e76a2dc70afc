package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.testkit.exchange.Move;

/** What the crowd does while nobody trades for real. */
public interface OrderFlow {
  /**
   * Gives a new pair its book.
   *
   * @param pair with an empty book
   */
  void open(MarketPair pair);

  /**
   * Does something that fits the book of a pair.
   *
   * @param pair where
   */
  void next(MarketPair pair);

  /**
   * Does something of a kind, or the nearest that leaves neither side empty.
   *
   * @param pair where
   * @param move the kind
   */
  void next(MarketPair pair, Move move);

  /**
   * A past trade, to give a new pair a history.
   *
   * @param pair which
   * @param age how long ago, from 1 at the beginning of history down to 0
   * @return one fill, the nearer to the pair's first price the newer it is
   */
  Fill past(MarketPair pair, double age);
}
