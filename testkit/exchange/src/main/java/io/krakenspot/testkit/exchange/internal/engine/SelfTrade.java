package io.krakenspot.testkit.exchange.internal.engine;

/** What happens when an order meets another of the same account. */
public enum SelfTrade {
  /** The incoming order is canceled. */
  CANCEL_NEWEST,
  /** The resting order is canceled. */
  CANCEL_OLDEST,
  /** Both are canceled. */
  CANCEL_BOTH
}
