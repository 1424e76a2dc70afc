package io.krakenspot.testkit.exchange.internal.v2.account;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Trade;
import io.krakenspot.testkit.exchange.internal.market.Market;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The decimals with which numbers of a pair are written. */
final class Digits {
  private final Market market;
  private final MarketPair pair;

  Digits(Market market, Pair pair) {
    this.market = market;
    this.pair = market.get(pair);
  }

  BigDecimal price(BigDecimal price) {
    return price.setScale(pair.spec().priceDecimals(), RoundingMode.HALF_UP);
  }

  static BigDecimal quantity(BigDecimal quantity) {
    return quantity.setScale(PairSpec.QUANTITY_DECIMALS, RoundingMode.HALF_UP);
  }

  static BigDecimal cost(BigDecimal cost) {
    return cost.setScale(PairSpec.COST_DECIMALS, RoundingMode.HALF_UP);
  }

  /** At the last price of quote to dollar; one to one if there is no such pair. */
  BigDecimal dollars(BigDecimal quoteAmount) {
    String quote = pair.spec().quote().code();
    MarketPair toDollar = quote.equals("USD") ? null : market.find(quote + "/USD");
    if (toDollar == null || toDollar.trades().isEmpty()) {
      return cost(quoteAmount);
    }
    Trade last = toDollar.trades().get(toDollar.trades().size() - 1);
    return cost(quoteAmount.multiply(last.price()));
  }
}
