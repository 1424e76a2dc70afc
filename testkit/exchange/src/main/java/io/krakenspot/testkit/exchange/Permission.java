package io.krakenspot.testkit.exchange;

/** What the owner of an API key may do, as it is ticked on Kraken's page for keys. */
public enum Permission {
  /** Read balances, orders and trades, over REST and on the private channels. */
  QUERY,
  /** Create and modify orders. */
  TRADE,
  /** Cancel and close orders. */
  CANCEL,
  /** Get a WebSocket token. */
  WEBSOCKET
}
