package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Side;

/**
 * A single order entered the book, changed or left.
 *
 * @param kind what it did
 * @param side of the book
 * @param order as it is afterwards; of a deletion as it was last seen, with the time of removal
 */
public record Level3Event(Kind kind, Side side, Level3Order order) {
  /** What an order did. */
  public enum Kind {
    /** Took its place at the back of its level. */
    ADD,
    /** Changed its visible quantity and kept its place. */
    MODIFY,
    /** Left. */
    DELETE
  }
}
