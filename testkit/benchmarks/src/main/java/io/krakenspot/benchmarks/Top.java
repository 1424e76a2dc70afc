package io.krakenspot.benchmarks;

import java.math.BigDecimal;

/**
 * The best prices of a book, comparable between contenders.
 *
 * @param bid best bid, without trailing zeros
 * @param ask best ask, without trailing zeros
 */
record Top(BigDecimal bid, BigDecimal ask) {
  static Top of(BigDecimal bid, BigDecimal ask) {
    return new Top(bid.stripTrailingZeros(), ask.stripTrailingZeros());
  }
}
