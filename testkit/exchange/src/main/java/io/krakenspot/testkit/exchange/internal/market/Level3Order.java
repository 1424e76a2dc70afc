package io.krakenspot.testkit.exchange.internal.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order as everybody sees it in the book.
 *
 * @param id for example {@code OQCLML-BW3P3-BUCMWZ}
 * @param price of its level
 * @param quantity what is visible of it, base currency
 * @param time when it took its place in the queue, to the nanosecond
 */
public record Level3Order(String id, BigDecimal price, BigDecimal quantity, Instant time) {}
