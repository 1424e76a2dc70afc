package io.krakenspot.market;

/** Which way somebody trades: {@code BUY} takes the ask, {@code SELL} the bid. */
public enum Side {
  /** Buys the base asset ({@code b} and {@code buy} on the wire). */
  BUY,
  /** Sells the base asset ({@code s} and {@code sell} on the wire). */
  SELL
}
