package io.krakenspot.order;

/**
 * The currency that fees are taken in.
 *
 * <p>Source: Kraken v1 {@code oflags} {@code fcib} and {@code fciq}, v2 {@code fee_preference}.
 */
public enum FeePreference {
  /** The base currency; Kraken's default for sell orders. */
  BASE,
  /** The quote currency; Kraken's default for buy orders. */
  QUOTE
}
