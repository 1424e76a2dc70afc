package io.krakenspot.order;

import org.jspecify.annotations.Nullable;

/**
 * An edit that the exchange accepted.
 *
 * <p>Source: Kraken v1 {@code editOrderStatus}, v2 answer to {@code edit_order}.
 *
 * @param orderId of the new order; null if the edit was only validated
 * @param originalOrderId of the order that was cancelled
 * @param description the order in Kraken's words; v1 only
 */
public record Edited(
    @Nullable String orderId, String originalOrderId, @Nullable String description) {}
