package io.krakenspot.benchmarks;

import io.krakenspot.market.Side;

/**
 * One level of the market gets another quantity.
 *
 * @param side whose level
 * @param price in ticks of 0.1
 * @param before the quantity it had, zero if there was no such level
 * @param after the quantity it gets, zero to remove it
 */
record Move(Side side, long price, long before, long after) {
  Move undone() {
    return new Move(side, price, /* before= */ after, /* after= */ before);
  }
}
