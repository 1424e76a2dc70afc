package io.krakenspot.testkit.exchange.internal.engine;

/**
 * An order was replaced.
 *
 * @param orderId of the new order; empty if it was only checked
 * @param originalId of the old order
 */
public record Replacement(String orderId, String originalId) {}
