package io.krakenspot.order;

/**
 * The price that trips a trigger.
 *
 * <p>Source: Kraken v2 {@code triggers.reference}; v1 knows the last trade alone.
 */
public enum TriggerReference {
  /** The last trade in the pair's own book. */
  LAST,
  /** The index of the wider market; falls back to the last trade. */
  INDEX
}
