package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * A candle of some interval as far as it has come.
 *
 * @param begin start of the interval
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param cost sum of price times quantity, quote currency
 * @param volume sum of quantities, base currency
 * @param count number of trades
 * @param updated time of the last trade
 */
public record MarketCandle(
    Instant begin,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal cost,
    BigDecimal volume,
    long count,
    Instant updated) {

  static MarketCandle of(Instant begin, Trade trade) {
    BigDecimal price = trade.price();
    BigDecimal cost = price.multiply(trade.quantity());
    return new MarketCandle(
        begin, price, price, price, price, cost, trade.quantity(), 1, trade.timestamp());
  }

  /** This candle followed by another, which may be of a later time. */
  MarketCandle plus(MarketCandle next) {
    return new MarketCandle(
        begin,
        open,
        high.max(next.high),
        low.min(next.low),
        next.close,
        cost.add(next.cost),
        volume.add(next.volume),
        count + next.count,
        next.updated);
  }

  /**
   * The volume-weighted average price.
   *
   * @param decimals of the answer
   * @return quote currency
   */
  public BigDecimal vwap(int decimals) {
    return cost.divide(volume, decimals, RoundingMode.HALF_UP);
  }
}
