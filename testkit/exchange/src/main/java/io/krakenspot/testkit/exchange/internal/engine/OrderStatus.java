package io.krakenspot.testkit.exchange.internal.engine;

/** Where an order stands. */
public enum OrderStatus {
  /** Accepted, not live yet; also while it waits for its effective time. */
  PENDING_NEW,
  /** Live without a fill. */
  NEW,
  /** Live with some fill. */
  PARTIALLY_FILLED,
  /** Done. */
  FILLED,
  /** Ended before it was done. */
  CANCELED,
  /** Its time was over. */
  EXPIRED;

  /**
   * Whether nothing more happens to it.
   *
   * @return true for the last three
   */
  public boolean isFinal() {
    return this == FILLED || this == CANCELED || this == EXPIRED;
  }
}
