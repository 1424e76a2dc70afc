package io.krakenspot.testkit.exchange;

/** A version of Kraken's WebSocket protocol. */
public enum Version {
  /** Arrays and strings, {@code XBT/USD}. */
  V1,
  /** Objects and numbers, {@code BTC/USD}. */
  V2
}
