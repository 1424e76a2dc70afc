package io.krakenspot.port;

import io.krakenspot.market.SystemStatus;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when to dial. The session asks before every attempt, the first included; the policy
 * keeps the attempt budget that all clients of the process share.
 *
 * <p>Only an answer with no delay is leave to dial. While it waits, the session keeps asking: other
 * connections may have been refused meanwhile, or have found the host well again.
 *
 * <p>Source: Kraken "Spot WebSockets introduction", connection limits.
 */
public interface ReconnectPolicy {
  /**
   * The attempts of one connection's life.
   *
   * @param loop whose clock counts
   * @param uri what is dialled, for example {@code wss://ws.kraken.com/v2}
   * @return attempts that know of no failure yet; used on that loop alone
   */
  Attempts attempts(Loop loop, URI uri);

  /** The attempts to keep one connection alive. */
  interface Attempts {
    /**
     * Asks for the next attempt. Whoever is told to dial at once makes the attempt: it counts
     * against the budget.
     *
     * @param cause why the last link ended; null before the first attempt
     * @param lastState the engine's last known state
     * @return when to dial, or that it makes no sense
     */
    Decision next(@Nullable LinkClosed cause, SystemStatus.State lastState);

    /**
     * Asks again while waiting, at least every 5 s, and when the wait is over. As with {@link
     * #next}, no delay is leave to dial, and counts. A policy that knows nothing new need not
     * answer: the wait goes on as it was.
     *
     * @param waiting the last answer
     * @param leftNanos what is left of its delay, zero if it is over
     * @return when to dial
     */
    default Decision review(Decision waiting, long leftNanos) {
      return Decision.dialIn(leftNanos, waiting.why());
    }

    /** The attempt led to a link that stands. */
    default void opened() {}

    /**
     * The link has stood long enough to count as healthy and the engine is at work: failures are
     * forgotten.
     */
    void stable();

    /** The attempt was called off before it came to anything; no other follows. */
    default void abandoned() {}
  }

  /**
   * The answer to the question whether to dial.
   *
   * @param giveUp true if another attempt makes no sense
   * @param delayNanos nanoseconds to wait before dialling, as far as is known; zero for at once
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
