package io.krakenspot.testkit.exchange.internal.engine;

/**
 * When a triggered order wakes up.
 *
 * @param price of the trigger; for trailing types the positive distance from the peak
 * @param reference which price is watched
 */
public record TriggerTerms(OrderPrice price, Reference reference) {
  /** A price that is watched. Here the index is the last trade too. */
  public enum Reference {
    /** The last trade. */
    LAST,
    /** The index. */
    INDEX
  }

  /**
   * A trigger on the last trade.
   *
   * @param price of the trigger
   * @return the terms
   */
  public static TriggerTerms last(OrderPrice price) {
    return new TriggerTerms(price, Reference.LAST);
  }
}
