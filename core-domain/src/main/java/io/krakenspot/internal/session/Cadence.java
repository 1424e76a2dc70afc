package io.krakenspot.internal.session;

import java.time.Duration;

/**
 * How often a stream brings something, learnt by looking at it at regular moments, and whether its
 * silence is out of the ordinary. Looks that found something new are counted, not events: one
 * taker's order makes a burst of trades that says little about the next.
 *
 * <p>Silence is out of the ordinary when it lasts for more than thirty times the usual gap, where
 * chance alone would bring none in e^-30 of all gaps, and for no less than what the user chose. It
 * is judged after twenty busy looks; what was learnt fades over some ten minutes.
 */
final class Cadence {
  private static final int ENOUGH = 20;
  private static final int TIMES = 30;
  private static final long MEMORY_NANOS = Duration.ofMinutes(10).toNanos();

  private long heard;
  private long lastNanos;
  private long busyLooks;
  private long busyNanos;

  /**
   * Looks whether something new has come.
   *
   * @param heardSoFar all that the stream has brought
   * @param nowNanos the loop's clock
   * @param atLeast what silence may always last
   * @return whether the silence is out of the ordinary
   */
  boolean silent(long heardSoFar, long nowNanos, Duration atLeast) {
    if (heardSoFar != heard) {
      busyLooks++;
      busyNanos += nowNanos - lastNanos;
      pass(heardSoFar, nowNanos);
      fade();
      return false;
    }
    return busyLooks >= ENOUGH
        && silenceNanos(nowNanos) > Math.max(atLeast.toNanos(), TIMES * usualNanos());
  }

  private void fade() {
    if (busyNanos > MEMORY_NANOS) {
      busyNanos /= 2;
      busyLooks /= 2;
    }
  }

  /** The time up to now says nothing about the stream. */
  void pass(long heardSoFar, long nowNanos) {
    heard = heardSoFar;
    lastNanos = nowNanos;
  }

  /** What was learnt holds no longer. */
  void forget() {
    busyLooks = 0;
    busyNanos = 0;
  }

  long silenceNanos(long nowNanos) {
    return nowNanos - lastNanos;
  }

  /** The usual gap; only once something was learnt. */
  long usualNanos() {
    return busyNanos / busyLooks;
  }
}
