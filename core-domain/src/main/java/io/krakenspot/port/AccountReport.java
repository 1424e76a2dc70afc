package io.krakenspot.port;

import io.krakenspot.order.Fill;
import org.jspecify.annotations.Nullable;

/**
 * One item of an account feed: of an order, of a fill, or of both.
 *
 * @param order what it says of an order; null on v1 {@code ownTrades} and for past fills in a
 *     snapshot
 * @param fill the fill; null if none happened
 */
public record AccountReport(@Nullable OrderReport order, @Nullable Fill fill) {}
