package io.krakenspot.internal.session;

import java.time.Duration;

/**
 * How soon a stream that was refused for the time being may be asked for again: 1, 2, 4 ... 30 s
 * after each refusal in a row. A new link may ask at once.
 *
 * <p>The numbers are our own choice: Kraken says {@code Exceeded msg rate} and not for how long.
 */
final class AskPace {
  private static final int LONGEST_SECONDS = 30;
  private static final int LARGEST_STEP = 5;

  private int refusals;
  private long dueNanos;
  private boolean waiting;

  void refused(long nowNanos) {
    long seconds = Math.min(LONGEST_SECONDS, 1L << Math.min(refusals, LARGEST_STEP));
    refusals++;
    dueNanos = nowNanos + Duration.ofSeconds(seconds).toNanos();
    waiting = true;
  }

  /** How long to wait; zero if it may be asked for now. */
  Duration left(long nowNanos) {
    return waiting ? Duration.ofNanos(Math.max(0, dueNanos - nowNanos)) : Duration.ZERO;
  }

  /** The same for people, to the nearest second. */
  long secondsLeft(long nowNanos) {
    return left(nowNanos).plusMillis(500).toSeconds();
  }

  void newLink() {
    waiting = false;
  }

  void accepted() {
    refusals = 0;
    waiting = false;
  }
}
