package io.krakenspot.client;

import java.math.BigDecimal;

/**
 * How the trading-rate counter is respected: the exchange keeps one an account and pair, and
 * refuses what takes it above a threshold.
 *
 * <p>Source: Kraken "Spot trading rate limits" guide.
 *
 * @param policy what to do when a command would take the counter too high
 * @param tier of the account; the exchange's own word on the threshold replaces it when it comes
 * @param reserve how much of the threshold is kept for cancels
 */
public record TradingRate(Policy policy, Tier tier, int reserve) {
  /** Warn, as an intermediate account, with a fifth of its threshold kept for cancels. */
  public static final TradingRate DEFAULT = new TradingRate(Policy.WARN, Tier.INTERMEDIATE, 25);

  /**
   * Checks the reserve.
   *
   * @throws IllegalArgumentException if it is negative or not below the threshold
   */
  public TradingRate {
    if (reserve < 0 || reserve >= tier.threshold()) {
      throw new IllegalArgumentException(
          "reserve must be from 0 to below " + tier.threshold() + ", not " + reserve);
    }
  }

  /** What to do when a command would take the counter too high. */
  public enum Policy {
    /** Send it, and warn ({@link ConnectionListener#onWarning}). */
    WARN,
    /** Do not send it: {@code Fate.NotSent}. Cancels are always sent. */
    REFUSE,
    /**
     * Send it when the counter has decayed enough, if that is within its deadline. Cancels never
     * wait, and withdraw what waits for the orders that they cancel ({@link Trading}).
     */
    WAIT
  }

  /** What the exchange grants an account. */
  public enum Tier {
    /** Threshold 60, decay 1 a second. */
    STARTER(60, "1"),
    /** Threshold 125, decay 2.34 a second. */
    INTERMEDIATE(125, "2.34"),
    /** Threshold 180, decay 3.75 a second. */
    PRO(180, "3.75");

    private final int threshold;
    private final BigDecimal decayPerSecond;

    Tier(int threshold, String decayPerSecond) {
      this.threshold = threshold;
      this.decayPerSecond = new BigDecimal(decayPerSecond);
    }

    /**
     * Above it the exchange refuses.
     *
     * @return for example 125
     */
    public int threshold() {
      return threshold;
    }

    /**
     * How much the counter loses in a second.
     *
     * @return for example 2.34
     */
    public BigDecimal decayPerSecond() {
      return decayPerSecond;
    }
  }
}
