package io.krakenspot.order;

/**
 * Which order gives way when two of one account would trade with each other.
 *
 * <p>Source: Kraken v1 and v2 {@code stp_type}.
 */
public enum SelfTradePrevention {
  /** The arriving order; Kraken's default. */
  CANCEL_NEWEST,
  /** The resting order. */
  CANCEL_OLDEST,
  /** Both. */
  CANCEL_BOTH
}
