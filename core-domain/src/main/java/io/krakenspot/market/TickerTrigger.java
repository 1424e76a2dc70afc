package io.krakenspot.market;

/**
 * What makes the exchange send a ticker.
 *
 * <p>Source: Kraken v2 {@code ticker}, {@code event_trigger}; v1 has {@link #TRADES} alone.
 */
public enum TickerTrigger {
  /** Every trade, or batch of trades, in the pair. */
  TRADES,
  /** Every change of the best bid or offer. */
  BEST_BID_OFFER
}
