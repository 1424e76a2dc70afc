package io.krakenspot.v1;

import io.krakenspot.port.Protocol;
import io.krakenspot.v1.internal.V1Protocol;

/**
 * Kraken WebSocket v1.
 *
 * <p>Source: Kraken "WebSocket API v1"; kept running by Kraken, new features go to v2 alone.
 */
public final class KrakenV1 {
  private static final Protocol PROTOCOL = new V1Protocol();

  private KrakenV1() {}

  /**
   * The protocol to build a client with.
   *
   * @return {@code v1}, stateless and safe for any thread
   */
  public static Protocol protocol() {
    return PROTOCOL;
  }
}
