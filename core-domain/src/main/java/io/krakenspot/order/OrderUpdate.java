package io.krakenspot.order;

/**
 * Something happened to an order.
 *
 * <p>Source: Kraken v2 {@code executions.exec_type}; v1 {@code openOrders}, from the fields that
 * changed.
 *
 * @param kind what happened
 * @param order the order as it stands now
 */
public record OrderUpdate(Kind kind, Order order) {
  /** What happened. */
  public enum Kind {
    /** It was open when listening began, or again after a gap. */
    SNAPSHOT,
    /** Accepted and checked, not live yet. */
    PENDING,
    /** It is live. */
    OPENED,
    /** Some of it traded; the fill itself comes as a {@link Fill}. */
    TRADED,
    /** All of it has traded. */
    FILLED,
    /** It was cancelled; {@link OrderAttribute#REASON} says why. */
    CANCELED,
    /** Its time has come. */
    EXPIRED,
    /** The user changed it. */
    AMENDED,
    /** The engine changed it; {@link OrderAttribute#REASON} says why. */
    RESTATED,
    /** The next part of an iceberg order is shown. */
    REFILLED,
    /** Something else, such as a trigger that moved or was tripped. */
    CHANGED,
    /** It ended while nobody was listening; its status says how, as far as that is known. */
    ENDED_UNHEARD
  }
}
