package io.krakenspot.benchmarks;

import java.math.BigDecimal;

/**
 * An order in the book.
 *
 * @param id for example {@code 00000B-BENCH-LEVEL3}
 * @param price in ticks of 0.1
 * @param quantity in units of 0.00000001
 */
record Resting(String id, long price, long quantity) {
  BigDecimal exactPrice() {
    return BigDecimal.valueOf(price, Level.PRICE_DECIMALS);
  }

  /** As frames write it, for example {@code 62710.4}. */
  String priceText() {
    return exactPrice().toPlainString();
  }

  /** As frames write it, for example {@code 0.01000000}. */
  String quantityText() {
    return BigDecimal.valueOf(quantity, Level.QUANTITY_DECIMALS).toPlainString();
  }

  Resting with(long newQuantity) {
    return new Resting(id, price, newQuantity);
  }
}
