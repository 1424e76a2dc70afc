package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.testkit.exchange.Move;

/** Where events come from while nobody trades for real. */
public interface OrderFlow {
  /**
   * Gives a new pair its book.
   *
   * @param pair with an empty book
   * @return one event that fills it
   */
  MarketEvent open(MarketPair pair);

  /**
   * Thinks of what could happen next.
   *
   * @param pair where
   * @return something that fits its book
   */
  MarketEvent next(MarketPair pair);

  /**
   * Thinks of something of a kind.
   *
   * @param pair where
   * @param move the kind
   * @return something of that kind, or the nearest that leaves neither side empty
   */
  MarketEvent next(MarketPair pair, Move move);

  /**
   * A past trade, to give a new pair a history.
   *
   * @param pair which
   * @param age how long ago, from 1 at the beginning of history down to 0
   * @return one fill, the nearer to the pair's first price the newer it is
   */
  Fill past(MarketPair pair, double age);
}
