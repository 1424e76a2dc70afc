package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Trade;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What happened since some moment, to the nearest five minutes.
 *
 * @param volume base currency
 * @param vwap volume-weighted average price with the decimals of v1
 * @param trades number of trades
 * @param low lowest price
 * @param high highest price
 * @param open first price
 */
public record Figures(
    BigDecimal volume,
    BigDecimal vwap,
    long trades,
    BigDecimal low,
    BigDecimal high,
    BigDecimal open) {

  static Figures since(Instant from, Candles candles, Trade last, int decimals) {
    return candles
        .since(from)
        .map(all -> of(all, decimals))
        .orElseGet(() -> nothingButThePrice(last.price()));
  }

  private static Figures of(MarketCandle all, int decimals) {
    return new Figures(
        all.volume(), all.vwap(decimals), all.count(), all.low(), all.high(), all.open());
  }

  private static Figures nothingButThePrice(BigDecimal price) {
    return new Figures(BigDecimal.ZERO.setScale(8), price, 0, price, price, price);
  }
}
