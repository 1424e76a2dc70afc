package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;

/** What the exchange takes for a fill. */
final class Fees {
  private static final BigDecimal MAKER = new BigDecimal("0.0025");
  private static final BigDecimal TAKER = new BigDecimal("0.0040");

  private Fees() {}

  static BigDecimal rate(boolean maker) {
    return maker ? MAKER : TAKER;
  }

  /** An amount and the highest fee on it. */
  static BigDecimal withTaker(BigDecimal amount) {
    return amount.multiply(BigDecimal.ONE.add(TAKER));
  }

  /** How much may be spent so that the highest fee is covered too. */
  static BigDecimal factorWithTaker() {
    return BigDecimal.ONE.add(TAKER);
  }
}
