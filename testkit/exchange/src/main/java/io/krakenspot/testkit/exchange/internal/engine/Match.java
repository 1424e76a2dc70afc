package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;

/**
 * Two orders met.
 *
 * @param tradeId number of the public trade
 * @param price of the order that rested
 * @param quantity base currency
 */
record Match(long tradeId, BigDecimal price, BigDecimal quantity) {}
