package io.krakenspot.testkit.exchange;

/** A kind of step the random market can take. */
public enum Move {
  /** A new level, or more at one that is there. */
  PLACE,
  /** A level's quantity changes. */
  RESIZE,
  /** A level goes away. */
  CANCEL,
  /** A market order takes from the other side: trades, and changes of one side of the book. */
  TAKE,
  /**
   * A limit order takes whole levels and rests at the last price: trades, and one update that
   * changes both sides of the book.
   */
  SWEEP
}
