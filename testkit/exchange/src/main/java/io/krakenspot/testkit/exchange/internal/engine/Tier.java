package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;

/** How much an account may ask of the engine, by pair. */
public enum Tier {
  /** New accounts. */
  STARTER(60, "1", 60),
  /** Most accounts. */
  INTERMEDIATE(125, "2.34", 80),
  /** The verified. */
  PRO(180, "3.75", 225);

  private final int threshold;
  private final BigDecimal decay;
  private final int openOrders;

  Tier(int threshold, String decay, int openOrders) {
    this.threshold = threshold;
    this.decay = new BigDecimal(decay);
    this.openOrders = openOrders;
  }

  /**
   * The most the counter may show.
   *
   * @return for example 125
   */
  public int threshold() {
    return threshold;
  }

  /**
   * What the counter loses in a second.
   *
   * @return for example 2.34
   */
  public BigDecimal decay() {
    return decay;
  }

  /**
   * How many orders may be open in a pair.
   *
   * @return for example 80
   */
  public int openOrders() {
    return openOrders;
  }
}
