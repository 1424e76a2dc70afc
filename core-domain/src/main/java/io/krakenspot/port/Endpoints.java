package io.krakenspot.port;

import java.net.URI;

/**
 * Where an exchange listens, for one version of the protocol.
 *
 * @param marketData WebSocket of public data, for example {@code wss://ws.kraken.com/v2}
 * @param account WebSocket of private data and trading, for example {@code
 *     wss://ws-auth.kraken.com/v2}
 * @param level3 WebSocket of individual orders, for example {@code wss://ws-l3.kraken.com/v2}
 * @param rest root of REST calls, for example {@code https://api.kraken.com}
 */
public record Endpoints(URI marketData, URI account, URI level3, URI rest) {
  /**
   * The WebSocket of a host.
   *
   * @param host which
   * @return its address
   */
  public URI of(Host host) {
    return switch (host) {
      case MARKET_DATA -> marketData;
      case ACCOUNT -> account;
      case LEVEL3 -> level3;
    };
  }
}
