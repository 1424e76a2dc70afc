package io.krakenspot.order;

/**
 * What the number in a price means.
 *
 * <p>Source: Kraken v2 {@code limit_price_type}, {@code triggers.price_type}; v1 prefixes and
 * suffixes of prices.
 */
public enum PriceType {
  /** A price. */
  STATIC,
  /** Percent away from a reference price. */
  PERCENT,
  /** An amount of the quote currency away from a reference price. */
  QUOTE
}
