package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;

/**
 * What a fill on margin did to the position of its pair.
 *
 * @param positionId which
 * @param status what became of it
 * @param initialMargin taken from the collateral for what the fill opened, quote currency
 * @param profit made with what it closed, quote currency; negative is a loss
 */
public record MarginFill(
    String positionId, Status status, BigDecimal initialMargin, BigDecimal profit) {
  /** What became of a position. */
  public enum Status {
    /** It is new, or larger. */
    OPENED,
    /** A part of it is closed. */
    CLOSING,
    /** It is over. */
    CLOSED
  }
}
