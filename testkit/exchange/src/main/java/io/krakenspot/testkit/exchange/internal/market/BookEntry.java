package io.krakenspot.testkit.exchange.internal.market;

/**
 * A level as an update carries it.
 *
 * @param level price, quantity and time of its last change
 * @param republished whether it only moved into range: it carries its old time then
 */
public record BookEntry(Level level, boolean republished) {}
