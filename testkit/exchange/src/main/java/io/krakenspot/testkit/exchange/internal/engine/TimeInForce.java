package io.krakenspot.testkit.exchange.internal.engine;

/** How long an order stays. */
public enum TimeInForce {
  /** Until it is canceled. */
  GTC,
  /** Until its expiry. */
  GTD,
  /** Takes what it can at once; the rest is canceled. */
  IOC,
  /** Takes all of it at once or nothing. */
  FOK
}
