package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What a ticker says.
 *
 * @param bid best bid
 * @param ask best ask
 * @param last the last trade
 * @param today since 00:00 UTC
 * @param day the last 24 hours
 * @param time of the figures
 */
public record TickerFigures(
    Level bid, Level ask, Trade last, Figures today, Figures day, Instant time) {

  /**
   * Change of the price in 24 hours.
   *
   * @return quote currency, signed
   */
  public BigDecimal change() {
    return last.price().subtract(day.open());
  }

  /**
   * Change of the price in 24 hours, of the price then.
   *
   * @return percent with two decimals, signed
   */
  public BigDecimal changePercent() {
    return change().movePointRight(2).divide(day.open(), 2, RoundingMode.HALF_UP);
  }
}
