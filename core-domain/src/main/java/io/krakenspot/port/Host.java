package io.krakenspot.port;

/** A host of the exchange, each with a link of its own; see {@link Endpoints}. */
public enum Host {
  /** Public data. */
  MARKET_DATA,
  /** The account and its trading; needs a token. */
  ACCOUNT,
  /** Individual orders of the book; needs a token. */
  LEVEL3;

  /**
   * Whether it wants a token.
   *
   * @return false for public data
   */
  public boolean needsToken() {
    return this != MARKET_DATA;
  }
}
