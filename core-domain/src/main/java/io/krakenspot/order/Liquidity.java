package io.krakenspot.order;

/**
 * Which side of a trade an order was on.
 *
 * <p>Source: Kraken v2 {@code executions.liquidity_ind}.
 */
public enum Liquidity {
  /** It rested in the book ({@code m}). */
  MAKER,
  /** It came and took ({@code t}). */
  TAKER,
  /** A value this version of the library does not know. */
  UNKNOWN
}
