package io.krakenspot.benchmarks;

import java.math.BigDecimal;

/**
 * A level as a frame names it.
 *
 * @param price in ticks of 0.1, for example 627104 for {@code 62710.4}
 * @param quantity in units of 0.00000001; zero removes the level
 * @param republished whether it came into view because a better one left
 */
record Level(long price, long quantity, boolean republished) {
  static final int PRICE_DECIMALS = 1;
  static final int QUANTITY_DECIMALS = 8;

  BigDecimal exactPrice() {
    return BigDecimal.valueOf(price, PRICE_DECIMALS);
  }

  BigDecimal exactQuantity() {
    return BigDecimal.valueOf(quantity, QUANTITY_DECIMALS);
  }
}
