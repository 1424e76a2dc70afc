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
 *
 * <p>Each time a silence is found, twice as much is borne before the next, until twenty more busy
 * looks. While nothing comes at all that is no more than a minute, or what is out of the ordinary
 * if that is more, so that it is found again and again. Where something does come, if only what a
 * subscription begins with, it is no less, since the market may rightly have gone quiet.
 */
final class Cadence {
  private static final int ENOUGH = 20;
  private static final int TIMES = 30;
  private static final int MOST_DOUBLINGS = 6;
  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long MEMORY_NANOS = Duration.ofMinutes(10).toNanos();

  private long heard;
  private long lastNanos;
  private long busyLooks;
  private long busyNanos;
  private int doublings;
  private int busySinceFound;
  private boolean nothingSinceFound;

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
      if (!nothingSinceFound) {
        learn(nowNanos);
      }
      pass(heardSoFar, nowNanos);
      return false;
    }
    return busyLooks >= ENOUGH && silenceNanos(nowNanos) > patienceNanos(atLeast);
  }

  private void learn(long nowNanos) {
    busyLooks++;
    busyNanos += nowNanos - lastNanos;
    fade();
    if (++busySinceFound >= ENOUGH) {
      doublings = 0;
    }
  }

  private long patienceNanos(Duration atLeast) {
    long once = Math.max(atLeast.toNanos(), TIMES * usualNanos());
    if (doublings == 0) {
      return once;
    }
    long doubled = once << doublings;
    long bound = Math.max(once, MINUTE_NANOS);
    return nothingSinceFound ? Math.min(doubled, bound) : Math.max(doubled, bound);
  }

  private void fade() {
    if (busyNanos > MEMORY_NANOS) {
      busyNanos /= 2;
      busyLooks /= 2;
    }
  }

  /** The time up to now says nothing about the stream. */
  void pass(long heardSoFar, long nowNanos) {
    nothingSinceFound &= heardSoFar == heard;
    heard = heardSoFar;
    lastNanos = nowNanos;
  }

  /** The silence is found, and something done about it. */
  void found(long nowNanos) {
    doublings = Math.min(doublings + 1, MOST_DOUBLINGS);
    busySinceFound = 0;
    nothingSinceFound = true;
    lastNanos = nowNanos;
  }

  long silenceNanos(long nowNanos) {
    return nowNanos - lastNanos;
  }

  /** The usual gap; only once something was learnt. */
  long usualNanos() {
    return busyNanos / busyLooks;
  }
}
