package io.krakenspot.order;

import org.jspecify.annotations.Nullable;

/**
 * An order that the exchange accepted.
 *
 * <p>Source: Kraken v1 {@code addOrderStatus}, v2 answer to {@code add_order}.
 *
 * @param orderId Kraken's own id; null if the order was only validated
 * @param clientOrderId the id that the client or the session chose
 * @param userReference the number that the client chose
 * @param description the order in Kraken's words; v1 only
 */
public record Placed(
    @Nullable String orderId,
    @Nullable String clientOrderId,
    @Nullable Integer userReference,
    @Nullable String description) {}
