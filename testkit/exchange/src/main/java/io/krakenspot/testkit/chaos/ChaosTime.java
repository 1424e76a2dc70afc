package io.krakenspot.testkit.chaos;

import java.time.Duration;

/** How time passes in a run: a virtual loop is moved, real time is waited for. */
public interface ChaosTime {
  /**
   * Lets time pass.
   *
   * @param duration how much; less if the run is {@link #over}
   */
  void pass(Duration duration);

  /**
   * A clock.
   *
   * @return nanoseconds from any beginning
   */
  long nanoTime();

  /**
   * Whether time passes only where {@link #pass} says so, and nothing takes any.
   *
   * @return true in virtual time
   */
  boolean exact();

  /**
   * Whether somebody wants the run to end.
   *
   * @return true if it ends as soon as it can
   */
  boolean over();
}
