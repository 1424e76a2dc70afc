package io.krakenspot.internal.session;

import java.time.Duration;

/**
 * How soon a book may be subscribed again after it was found wrong: at once, then 1, 2, 4 ... 60 s
 * apart, so at most one a second and seven in the first minute; forgotten once it has held for a
 * minute.
 *
 * <p>The numbers are our own choice, since Kraken names none: the step of a second keeps a book
 * that is wrong for ever from using up the message rate, the minute is that in which ten are the
 * most.
 */
final class ResyncPace {
  private static final Duration FORGET_AFTER = Duration.ofMinutes(1);
  private static final int LARGEST_STEP = 6;

  private int resyncs;
  private long lastNanos;

  Duration next(long nowNanos) {
    if (resyncs > 0 && nowNanos - lastNanos > FORGET_AFTER.toNanos()) {
      resyncs = 0;
    }
    Duration delay =
        resyncs == 0
            ? Duration.ZERO
            : Duration.ofSeconds(Math.min(60, 1L << Math.min(resyncs - 1, LARGEST_STEP)));
    resyncs++;
    lastNanos = nowNanos + delay.toNanos();
    return delay;
  }
}
