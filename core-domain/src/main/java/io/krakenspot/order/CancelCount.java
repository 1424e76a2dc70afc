package io.krakenspot.order;

/**
 * How many orders a cancel of many took.
 *
 * <p>Source: Kraken v1 {@code cancelAllStatus}, v2 answers to {@code cancel_all} and {@code
 * batch_cancel}.
 *
 * @param count zero or more
 */
public record CancelCount(int count) {}
