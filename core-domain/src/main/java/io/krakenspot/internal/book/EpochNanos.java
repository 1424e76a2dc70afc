package io.krakenspot.internal.book;

import io.krakenspot.port.Level3Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as nanoseconds since the epoch. */
final class EpochNanos {
  private static final long A_SECOND = 1_000_000_000L;

  private EpochNanos() {}

  static @Nullable Instant instant(long epochNanos) {
    return epochNanos == Level3Change.NO_TIME
        ? null
        : Instant.ofEpochSecond(
            Math.floorDiv(epochNanos, A_SECOND), Math.floorMod(epochNanos, A_SECOND));
  }
}
