package io.krakenspot.internal.session;

import java.time.Duration;

/**
 * How soon a book may be subscribed again after it was found wrong: at once, then 1, 2, 4 ... 60 s
 * apart, so at most one a second and seven in the first minute; forgotten once it has held for a
 * minute.
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
