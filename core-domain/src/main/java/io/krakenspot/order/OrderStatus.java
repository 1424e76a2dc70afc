package io.krakenspot.order;

/**
 * How far an order has come.
 *
 * <p>Source: Kraken v1 {@code openOrders.status}, v2 {@code executions.order_status}.
 */
public enum OrderStatus {
  /** Accepted and checked, not live yet. */
  PENDING,
  /** Live, nothing traded. */
  NEW,
  /** Live, some of it traded. */
  PARTIALLY_FILLED,
  /** All of it traded. Final. */
  FILLED,
  /** Cancelled by the user or the engine; part of it may have traded. Final. */
  CANCELED,
  /** Its time has come; part of it may have traded. Final. */
  EXPIRED,
  /** Ended while nobody was listening, and nobody could say how. Final. */
  GONE,
  /** A status this version of the library does not know. */
  UNKNOWN;

  /**
   * Whether nothing more can happen to the order.
   *
   * @return true for filled, cancelled, expired and gone
   */
  public boolean ended() {
    return this == FILLED || this == CANCELED || this == EXPIRED || this == GONE;
  }
}
