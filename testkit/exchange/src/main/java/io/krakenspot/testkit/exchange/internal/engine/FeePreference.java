package io.krakenspot.testkit.exchange.internal.engine;

/** Which asset the fee is taken in. */
public enum FeePreference {
  /** The asset that is bought or sold; {@code fcib}. */
  BASE,
  /** The asset that prices are in; {@code fciq}. */
  QUOTE
}
