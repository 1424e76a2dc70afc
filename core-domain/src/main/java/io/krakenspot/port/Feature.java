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
  SERVER_TIMING("server times of requests and answers"),
  /** Individual orders of the book. */
  LEVEL3("individual orders of the book (level 3)"),
  /** Orders of the account. */
  ORDERS("orders of the account"),
  /** Fills of the account. */
  FILLS("fills of the account"),
  /** Trade id, maker or taker, and dollar fee of a fill. */
  FILL_DETAILS("trade id, maker or taker, and dollar fee of a fill"),
  /** The fills of one taker order merged into one. */
  FILL_CONSOLIDATION("merging the fills of one taker order"),
  /** Balances of the account. */
  BALANCES("balances of the account"),
  /** The feeds of a master account's subaccounts. */
  SUBACCOUNTS("feeds of subaccounts"),
  /** Choosing to hear of the main transitions of orders alone. */
  TRANSITION_CHOICE("hearing of the main transitions of orders alone"),
  /** The exchange's own trading-rate counter. */
  RATE_COUNTER("the exchange's own trading-rate counter"),
  /** Placing orders. */
  PLACE("placing orders"),
  /** Orders that show a part of themselves. */
  PLACE_ICEBERG("iceberg orders"),
  /** Orders that trade at once in full or not at all. */
  PLACE_FILL_OR_KILL("fill-or-kill orders"),
  /** Triggers on the index price. */
  PLACE_INDEX_TRIGGER("triggers on the index price"),
  /** Choosing the leverage of a margin order. */
  PLACE_LEVERAGE("choosing the leverage of a margin order"),
  /** Placing several orders at once. */
  PLACE_BATCH("placing several orders with one request"),
  /** Changing an order in place. */
  AMEND("amending orders in place"),
  /** Replacing an order by another. */
  EDIT("replacing an order by another"),
  /** Deadline, display quantity, reduce-only and fee preference in an edit. */
  EDIT_DETAILS("deadline, display quantity, reduce-only and fee preference in an edit"),
  /** A limit price as a distance from the market, in an edit. */
  EDIT_DISTANCE("a limit price given as a distance, in an edit"),
  /** Cancelling an order by any of its names. */
  CANCEL("cancelling orders"),
  /** Cancelling several orders with one request and one answer. */
  CANCEL_BATCH("cancelling several orders with one request"),
  /** Cancelling all orders. */
  CANCEL_ALL("cancelling all orders"),
  /** Cancelling all orders after a while. */
  CANCEL_ALL_AFTER("cancelling all orders after a while (dead man's switch)");

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
