package io.krakenspot.testkit.exchange.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * The template of the order that closes each fill of another order.
 *
 * @param type of the closing order; a limited or a triggered one
 * @param limitPrice null if the type has none
 * @param triggerPrice null if the type has none
 */
public record CloseTerms(
    OrderType type, @Nullable OrderPrice limitPrice, @Nullable OrderPrice triggerPrice) {}
