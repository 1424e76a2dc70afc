package io.krakenspot.testkit.exchange.internal.engine;

/**
 * An order was amended.
 *
 * @param amendId for example {@code TQCLML-BW3P3-BUCMWZ}
 * @param orderId of the order
 */
public record Amendment(String amendId, String orderId) {}
