package io.krakenspot.vertx.policy;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often this process may dial, counted over all clients, versions and retries, because Kraken
 * counts by IP address. Permits come in fixed cycles: 24 in each 150 s by default. Safe for
 * threads; never blocks.
 *
 * <p>With the default at most 120 permits fall due in any 10 minutes. Somebody who waits on longer
 * after his permit (back-off, {@code Retry-After}) dials late, so to this come at most as many
 * attempts as connections were waiting when the 10 minutes began: never over 144 with up to 24
 * connections, nor with any number of them if none waits longer than a cycle. In general: {@code
 * attempts * (ceil(window / period) + 1)}.
 *
 * <p>The budget knows of this process alone and forgets with it. Where several processes share an
 * address, give each a part: {@code AttemptBudget.of(8, Duration.ofSeconds(150))}.
 *
 * <p>Source: Kraken "Spot WebSockets introduction": about 150 attempts per rolling 10 minutes per
 * IP address, then a ban of 10 minutes.
 */
public final class AttemptBudget {
  private static final Duration ANY_WAIT = Duration.ofDays(3650);
  private static final AttemptBudget OF_PROCESS = of(24, Duration.ofSeconds(150));

  private final LongSupplier nanoTime;
  private final long start;
  private final String inWords;
  private final RateLimiter limiter;
  private long pausedUntil;

  private AttemptBudget(int attempts, Duration period, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.inWords = attempts + " attempts in " + period.toSeconds() + " s";
    this.limiter =
        RateLimiter.of(
            "kraken-attempts",
            RateLimiterConfig.custom()
                .limitForPeriod(attempts)
                .limitRefreshPeriod(period)
                .timeoutDuration(ANY_WAIT)
                .build(),
            () -> Math.max(elapsed(), pausedUntil));
  }

  /**
   * The budget that every policy of this process shares unless it is given another: 24 attempts in
   * 150 s.
   *
   * @return always the same one
   */
  public static AttemptBudget ofProcess() {
    return OF_PROCESS;
  }

  /**
   * A budget of its own.
   *
   * @param attempts for example 24; more than the default is for exchanges other than Kraken's
   * @param period for example 150 s
   * @return a full budget
   */
  public static AttemptBudget of(int attempts, Duration period) {
    return of(attempts, period, System::nanoTime);
  }

  /**
   * A budget with a clock of its own, for virtual time.
   *
   * @param attempts for example 24
   * @param period for example 150 s
   * @param nanoTime for example {@code loop::nanoTime}; never goes back
   * @return a full budget
   */
  public static AttemptBudget of(int attempts, Duration period, LongSupplier nanoTime) {
    return new AttemptBudget(attempts, period, nanoTime);
  }

  /**
   * Takes a permit, which cannot be given back.
   *
   * @return nanoseconds until it falls due, zero if now
   */
  public synchronized long reserve() {
    long pause = Math.max(0, pausedUntil - elapsed());
    return pause + limiter.reservePermission();
  }

  /**
   * Lets no permit fall due for a while, as after a ban. Permits taken before are not called back.
   * The limiter's clock stands at the end of the pause until time has caught up, so those who wait
   * leave in cycles, not all at once.
   *
   * @param pause from now; a longer one already running stays
   */
  public synchronized void pause(Duration pause) {
    pausedUntil = Math.max(pausedUntil, elapsed() + pause.toNanos());
  }

  private long elapsed() {
    return nanoTime.getAsLong() - start;
  }

  /** For example {@code 24 attempts in 150 s}. */
  @Override
  public String toString() {
    return inWords;
  }
}
