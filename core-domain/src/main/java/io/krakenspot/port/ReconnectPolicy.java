package io.krakenspot.port;

import io.krakenspot.market.SystemStatus;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when to dial. The session asks before every attempt, the first included; the policy
 * keeps the attempt budget that all clients of the process share.
 *
 * <p>Source: Kraken "Spot WebSockets introduction", connection limits.
 */
public interface ReconnectPolicy {
  /**
   * The attempts of one connection's life.
   *
   * @param loop whose clock counts
   * @return attempts that know of no failure yet; used on that loop alone
   */
  Attempts attempts(Loop loop);

  /** The attempts to keep one connection alive. */
  interface Attempts {
    /**
     * Asks for the next attempt. Whoever asks makes the attempt: it counts against the budget.
     *
     * @param cause why the last link ended; null before the first attempt
     * @param lastState the engine's last known state
     * @return when to dial, or that it makes no sense
     */
    Decision next(@Nullable LinkClosed cause, SystemStatus.State lastState);

    /** The connection has stood long enough to count as healthy: failures are forgotten. */
    void stable();
  }

  /**
   * The answer to the question whether to dial.
   *
   * @param giveUp true if another attempt makes no sense
   * @param delayNanos nanoseconds to wait before dialling; zero for at once
   * @param why in words, for people
   */
  record Decision(boolean giveUp, long delayNanos, String why) {
    /**
     * Dial after a while.
     *
     * @param delayNanos nanoseconds, zero for at once
     * @param why in words
     * @return the decision
     */
    public static Decision dialIn(long delayNanos, String why) {
      return new Decision(false, delayNanos, why);
    }

    /**
     * Do not dial again.
     *
     * @param why in words, with what to do about it
     * @return the decision
     */
    public static Decision giveUp(String why) {
      return new Decision(true, 0, why);
    }
  }
}
