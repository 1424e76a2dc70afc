package io.krakenspot.console;

import java.util.Locale;

/** What {@code watch} can show. */
enum Channel {
  BOOK,
  TRADE,
  TICKER,
  OHLC,
  SPREAD,
  INSTRUMENT,
  STATUS,
  LEVEL3,
  EXECUTIONS,
  ORDERS,
  FILLS,
  BALANCES;

  boolean needsPairs() {
    return this != INSTRUMENT && this != STATUS && !ofAccount();
  }

  boolean needsCredentials() {
    return this == LEVEL3 || ofAccount();
  }

  /** Whether it comes over the link for market data. */
  boolean ofMarket() {
    return !needsCredentials();
  }

  private boolean ofAccount() {
    return this == EXECUTIONS || this == ORDERS || this == FILLS || this == BALANCES;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
