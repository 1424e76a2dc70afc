package io.krakenspot.testkit.exchange;

import java.util.Arrays;
import java.util.Optional;

/** A WebSocket path of the exchange; each stands for one of Kraken's hosts. */
public enum Path {
  /** v1 market data, {@code wss://ws.kraken.com}. */
  V1_PUBLIC("/", Version.V1, true),
  /** v1 private data and trading, {@code wss://ws-auth.kraken.com}. */
  V1_PRIVATE("/auth", Version.V1, false),
  /** v2 market data, {@code wss://ws.kraken.com/v2}. */
  V2_PUBLIC("/v2", Version.V2, true),
  /** v2 private data and trading, {@code wss://ws-auth.kraken.com/v2}. */
  V2_PRIVATE("/auth/v2", Version.V2, false),
  /** v2 individual orders, {@code wss://ws-l3.kraken.com/v2}. */
  V2_LEVEL3("/l3/v2", Version.V2, false);

  private final String text;
  private final Version version;
  private final boolean marketData;

  Path(String text, Version version, boolean marketData) {
    this.text = text;
    this.version = version;
    this.marketData = marketData;
  }

  /**
   * The path of a request.
   *
   * @param text for example {@code /v2}; none is as good as {@code /}
   * @return empty if nothing listens there
   */
  public static Optional<Path> of(String text) {
    String wanted = text.isEmpty() ? "/" : text;
    return Arrays.stream(values()).filter(path -> path.text.equals(wanted)).findFirst();
  }

  /**
   * The path as it stands in a URL.
   *
   * @return for example {@code /v2}
   */
  public String text() {
    return text;
  }

  /**
   * What is spoken there.
   *
   * @return the version
   */
  public Version version() {
    return version;
  }

  /**
   * Whether public market data is served there.
   *
   * @return false for private data
   */
  public boolean marketData() {
    return marketData;
  }
}
