package io.krakenspot.port;

/** Something that one version of the protocol may have and another may lack. */
public enum Feature {
  /** Best bid and offer with 24-hour figures, sent on trades. */
  TICKER("ticker on trades"),
  /** Ticker sent on each change of the best bid or offer. */
  TICKER_BEST_BID_OFFER("ticker on changes of the best bid or offer"),
  /** Ticker figures since 00:00 UTC and trade counts. */
  TICKER_TODAY("ticker figures since 00:00 UTC, trade counts"),
  /** Ticker change in percent. */
  TICKER_CHANGE_PERCENT("ticker change in percent"),
  /** Best bid and offer alone. */
  SPREAD("best bid and offer"),
  /** Order books at depths 10, 25, 100, 500 and 1000 with checksums on updates. */
  BOOK("order book with checksums on updates"),
  /** Checksums on book snapshots. */
  BOOK_SNAPSHOT_CHECKSUM("checksum on book snapshots"),
  /** Several depths of one pair's book on one connection. */
  BOOK_SEVERAL_DEPTHS("several book depths of one pair at once"),
  /** Trades. */
  TRADES("trades"),
  /** The last 50 trades on subscribing. */
  TRADE_SNAPSHOT("last 50 trades on subscribing"),
  /** Trade ids that rise by one a pair. */
  TRADE_IDS("trade ids"),
  /** Candles. */
  CANDLES("candles"),
  /** Past candles on subscribing. */
  CANDLE_HISTORY("past candles on subscribing"),
  /** Several candle intervals of one pair on one connection. */
  CANDLE_SEVERAL_INTERVALS("several candle intervals of one pair at once"),
  /** Reference data of assets and pairs. */
  INSTRUMENTS("reference data of assets and pairs"),
  /** Changes of reference data as they happen. */
  INSTRUMENT_UPDATES("changes of reference data as they happen"),
  /** Tokenised equities in reference data. */
  INSTRUMENT_TOKENIZED("tokenised equities in reference data"),
  /** Choosing whether a subscription starts with a snapshot. */
  SNAPSHOT_CHOICE("choosing whether to start with a snapshot"),
  /** Engine status on connect and on change. */
  SYSTEM_STATUS("engine status"),
  /** When the exchange read a request and when it answered. */
  SERVER_TIMING("server times of requests and answers");

  private final String description;

  Feature(String description) {
    this.description = description;
  }

  /**
   * What it is, in a few words.
   *
   * @return for example {@code ticker on trades}
   */
  public String description() {
    return description;
  }
}
