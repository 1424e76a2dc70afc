package io.krakenspot.order;

import org.jspecify.annotations.Nullable;

/**
 * An amend that the exchange accepted.
 *
 * <p>Source: Kraken v1 {@code amendOrderStatus}, v2 answer to {@code amend_order}.
 *
 * @param order which
 * @param amendId of the amend itself; null if the account's records decided, not an answer
 */
public record Amended(OrderKey order, @Nullable String amendId) {}
