package io.krakenspot.order;

/**
 * A cancel that the exchange accepted. Final figures come as an order update.
 *
 * <p>Source: Kraken v1 {@code cancelOrderStatus}, v2 answer to {@code cancel_order}.
 *
 * @param order what was asked to be cancelled
 * @param count how many orders that was, as far as the answers tell; a user reference may name
 *     several
 */
public record Cancelled(OrderKey order, int count) {}
