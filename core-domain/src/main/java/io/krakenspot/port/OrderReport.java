package io.krakenspot.port;

import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one item of an account feed says of an order: only what it carries, the rest is unchanged.
 *
 * @param kind what happened; {@link OrderUpdate.Kind#SNAPSHOT} in a snapshot of open orders
 * @param orderId Kraken's own id
 * @param status the state after it; null if the item does not say
 * @param attributes what it carries
 * @param timestamp when it happened; null if the item does not say
 */
public record OrderReport(
    OrderUpdate.Kind kind,
    String orderId,
    @Nullable OrderStatus status,
    OrderAttributes attributes,
    @Nullable Instant timestamp) {}
