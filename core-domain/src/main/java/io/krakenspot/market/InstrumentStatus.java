package io.krakenspot.market;

/**
 * What a pair accepts now.
 *
 * <p>Source: Kraken v2 {@code instrument}, {@code pairs[].status}; REST {@code AssetPairs}.
 */
public enum InstrumentStatus {
  /** Everything. */
  ONLINE,
  /** Cancels alone. */
  CANCEL_ONLY,
  /** Post-only limit orders and cancels. */
  POST_ONLY,
  /** Limit orders and cancels. */
  LIMIT_ONLY,
  /** Orders that reduce a position. */
  REDUCE_ONLY,
  /** Nothing, for maintenance. */
  MAINTENANCE,
  /** Nothing any more. */
  DELISTED,
  /** Nothing yet. */
  WORK_IN_PROGRESS,
  /** A status this version of the library does not know. */
  UNKNOWN
}
