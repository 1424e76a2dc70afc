package io.krakenspot.market;

/** The kind of the taker's order behind a trade. */
public enum TradeOrderType {
  /** A limit order. */
  LIMIT,
  /** A market order. */
  MARKET,
  /** A kind this version of the library does not know. */
  UNKNOWN
}
