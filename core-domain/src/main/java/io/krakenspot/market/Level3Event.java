package io.krakenspot.market;

/**
 * What a frame said of one order.
 *
 * @param kind what happened
 * @param order the order afterwards; of a deleted one its last visible quantity, zero if the frame
 *     did not tell
 */
public record Level3Event(Kind kind, Level3Order order) {
  /** What happens to orders in the book. */
  public enum Kind {
    /** It joined the back of its level. */
    ADD,
    /** It was filled in part, or amended. */
    MODIFY,
    /** It was filled or cancelled. */
    DELETE
  }
}
