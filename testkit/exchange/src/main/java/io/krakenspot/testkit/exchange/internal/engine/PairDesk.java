package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Everything the engine keeps of a pair. */
final class PairDesk {
  private static final BigDecimal TEN = BigDecimal.TEN;

  final MarketPair pair;
  final OrderBook book = new OrderBook();
  final Set<LiveOrder> waiting = new LinkedHashSet<>();

  PairDesk(MarketPair pair) {
    this.pair = pair;
  }

  BigDecimal onTick(BigDecimal price) {
    return price.setScale(pair.spec().priceDecimals(), RoundingMode.HALF_UP);
  }

  /** Ten times the first price, or a tenth: no order may take the market further. */
  BigDecimal highest() {
    return pair.spec().startPrice().multiply(TEN);
  }

  BigDecimal lowest() {
    return pair.spec().startPrice().movePointLeft(1);
  }
}
