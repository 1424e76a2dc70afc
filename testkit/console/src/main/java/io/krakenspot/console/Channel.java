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
  STATUS;

  boolean needsPairs() {
    return this != INSTRUMENT && this != STATUS;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
