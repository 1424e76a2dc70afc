package io.krakenspot.benchmarks;

/**
 * What a frame says of one order.
 *
 * @param kind {@code add}, {@code modify} or {@code delete}
 * @param order as it is afterwards, or was last
 */
record OrderEvent(String kind, Resting order) {}
