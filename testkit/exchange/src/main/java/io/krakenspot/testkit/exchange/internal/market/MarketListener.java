package io.krakenspot.testkit.exchange.internal.market;

/** Hears what happens in the market, on the exchange's loop. */
public interface MarketListener {
  /**
   * A pair's book changed or trades happened.
   *
   * @param update what subscribers get to know
   */
  void changed(PairUpdate update);

  /**
   * A pair accepts something else now.
   *
   * @param pair with its new status
   */
  void statusChanged(MarketPair pair);
}
