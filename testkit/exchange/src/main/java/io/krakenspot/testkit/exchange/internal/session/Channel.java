package io.krakenspot.testkit.exchange.internal.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A public channel that is subscribed for one pair. */
public enum Channel {
  /** Best prices and figures of a day. */
  TICKER,
  /** Candles. */
  OHLC,
  /** Trades. */
  TRADE,
  /** Best prices; v1 only. */
  SPREAD,
  /** Price levels. */
  BOOK;

  /**
   * The channel of a name.
   *
   * @param name for example {@code book}
   * @return empty if there is none
   */
  public static Optional<Channel> of(String name) {
    return Arrays.stream(values()).filter(channel -> channel.wireName().equals(name)).findFirst();
  }

  /**
   * The name on the wire.
   *
   * @return for example {@code book}
   */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
