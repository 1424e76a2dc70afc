package io.krakenspot.port;

import java.time.Duration;
import java.time.Instant;

/**
 * One thread's worth of work with a clock: tasks run one after another, never at once. Everything
 * mutable of a session lives on one loop, so it needs no locks, and with a {@link VirtualLoop} a
 * whole outage passes in a test without sleeping.
 */
public interface Loop {
  /**
   * Runs a task on the loop, after those already waiting.
   *
   * @param task must not block
   */
  void execute(Runnable task);

  /**
   * Runs a task on the loop after a while.
   *
   * @param delay zero or more
   * @param task must not block
   * @return to call it off
   */
  Timer schedule(Duration delay, Runnable task);

  /**
   * A monotonic clock.
   *
   * @return nanoseconds since some fixed moment
   */
  long nanoTime();

  /**
   * The wall clock.
   *
   * @return now
   */
  Instant now();

  /** A task that waits for its time. */
  interface Timer {
    /** Calls the task off; no effect if it has run or was called off. */
    void cancel();
  }
}
