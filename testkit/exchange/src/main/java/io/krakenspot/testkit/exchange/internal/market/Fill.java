package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Side;
import io.krakenspot.market.TradeOrderType;
import java.math.BigDecimal;

/**
 * A taker's order met a maker's.
 *
 * @param side what the taker did
 * @param price quote currency
 * @param quantity base currency
 * @param orderType kind of the taker's order
 */
public record Fill(Side side, BigDecimal price, BigDecimal quantity, TradeOrderType orderType) {}
