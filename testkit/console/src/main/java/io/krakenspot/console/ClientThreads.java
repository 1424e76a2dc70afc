package io.krakenspot.console;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** I10: what a run leaves behind of threads, once its clients and transports are closed. */
final class ClientThreads {
  private static final long PATIENCE = Duration.ofSeconds(5).toNanos();
  private static final Duration POLL = Duration.ofMillis(50);

  /** The exchange of the run, and the JVM's own that come late. */
  private static final int ALLOWED = 8;

  private ClientThreads() {}

  static int count() {
    return Thread.getAllStackTraces().size();
  }

  /** What is wrong, after a moment of patience; empty if there are no more than before. */
  static Optional<String> left(int before) {
    long begin = System.nanoTime();
    int now = count();
    while (now > before + ALLOWED && System.nanoTime() - begin < PATIENCE) {
      LockSupport.parkNanos(POLL.toNanos());
      now = count();
    }
    return now > before + ALLOWED
        ? Optional.of("I10: " + now + " threads are left where there were " + before)
        : Optional.empty();
  }
}
