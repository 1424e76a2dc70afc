package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Side;
import java.math.BigDecimal;

/**
 * A level gets a new quantity.
 *
 * @param side {@code BUY} for a bid, {@code SELL} for an ask
 * @param price of the level
 * @param quantity what is there now; zero takes the level away
 */
public record BookChange(Side side, BigDecimal price, BigDecimal quantity) {}
