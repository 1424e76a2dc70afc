package io.krakenspot.order;

import java.util.List;

/**
 * A cancel that the exchange accepted, for one order at least. Final figures come as order updates.
 *
 * <p>Source: Kraken v1 {@code cancelOrderStatus}, v2 answer to {@code cancel_order}.
 *
 * @param order what was asked to be cancelled
 * @param count how many orders that was, as far as the answers tell; a user reference may name
 *     several
 * @param refused why the exchange did not cancel others of them, one an order, for example {@code
 *     EOrder:Rate limit exceeded}; those are still open unless the text says otherwise. Usually
 *     empty, and always for an order id or a client order id
 */
public record Cancelled(OrderKey order, int count, List<Rejection> refused) {
  /** Keeps a copy of the refusals. */
  public Cancelled {
    refused = List.copyOf(refused);
  }

  /**
   * A cancel of which nothing was refused.
   *
   * @param order what was asked to be cancelled
   * @param count how many orders that was
   */
  public Cancelled(OrderKey order, int count) {
    this(order, count, List.of());
  }
}
