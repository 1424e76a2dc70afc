package io.krakenspot.vertx.policy;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How often this process may dial, counted over all clients, versions and retries, because Kraken
 * counts by IP address. Permits come in fixed cycles, 24 in each 150 s by default, and are taken in
 * the moment of dialling, never in advance: however late a timer is, and whoever is closed while he
 * waits, at most 120 attempts are made in any 10 minutes; in general {@code attempts * (ceil(window
 * / period) + 1)}. That leaves room for a dial that reaches Kraken a whole cycle late: 144. Who
 * asks first goes first. Safe for threads; never blocks.
 *
 * <p>It also keeps what the process knows of each host it dials: which are down, and since when
 * attempts have to be spaced.
 *
 * <p>The budget knows of this process alone and forgets with it. Where several processes share an
 * address, give each a part: {@code AttemptBudget.of(8, Duration.ofSeconds(150))}.
 *
 * <p>Source: Kraken "Spot WebSockets introduction": about 150 attempts per rolling 10 minutes per
 * IP address, then a ban of 10 minutes.
 */
public final class AttemptBudget {
  private static final long LONG_AGO = -Duration.ofDays(1).toNanos();
  private static final AttemptBudget OF_PROCESS = of(24, Duration.ofSeconds(150));

  private final LongSupplier nanoTime;
  private final long start;
  private final String inWords;
  private final long periodNanos;
  private final RateLimiter limiter;
  private final Map<String, HostGate> hosts = new ConcurrentHashMap<>();
  private long now;
  private long pausedUntil;
  private int bans;
  private long lastSpaced = LONG_AGO;

  private AttemptBudget(int attempts, Duration period, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.periodNanos = period.toNanos();
    this.inWords = attempts + " attempts in " + period.toSeconds() + " s";
    this.limiter =
        RateLimiter.of(
            "kraken-attempts",
            RateLimiterConfig.custom()
                .limitForPeriod(attempts)
                .limitRefreshPeriod(period)
                .timeoutDuration(Duration.ZERO)
                .build(),
            () -> now);
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

  /** Takes a permit for an attempt that keeps its distance to others of its kind. */
  synchronized Hold take(Duration spacing) {
    now = elapsed();
    if (now < pausedUntil) {
      return new Hold(pausedUntil - now, "nobody dials for " + Rules.seconds(pausedUntil - now));
    }
    if (!spacing.isZero() && now < lastSpaced + spacing.toNanos()) {
      String why = "attempts are " + Rules.seconds(spacing.toNanos()) + " apart until all is well";
      return new Hold(lastSpaced + spacing.toNanos() - now, why);
    }
    if (limiter.reservePermission() < 0) {
      long left = periodNanos - now % periodNanos;
      return new Hold(left, "held back to " + Rules.seconds(left) + " by the budget of " + this);
    }
    if (!spacing.isZero()) {
      lastSpaced = now;
    }
    return Hold.NONE;
  }

  /** An attempt made before it was known that attempts have to be spaced. */
  synchronized void spaceFrom(long attempt) {
    lastSpaced = Math.max(lastSpaced, attempt);
  }

  /** Gives no permit for a while, as after a ban; a longer pause already running stays. */
  synchronized void pause(Duration pause) {
    pausedUntil = Math.max(pausedUntil, elapsed() + pause.toNanos());
  }

  /**
   * Kraken has refused an attempt as one too many: gives no permit for as long as it asks, or
   * longer if that keeps happening. Whoever dialled before that was known makes it no worse.
   *
   * @return how long nobody dials
   */
  synchronized Duration banned(Rules rules, Duration asked) {
    long at = elapsed();
    if (at >= pausedUntil) {
      bans++;
    }
    Duration least = rules.shortestBan(bans);
    pause(asked.compareTo(least) < 0 ? least : asked);
    return Duration.ofNanos(pausedUntil - at);
  }

  /** A link is healthy, so that nobody is banned. */
  synchronized void unbanned() {
    bans = 0;
  }

  /** What the process knows of a host. */
  HostGate host(URI uri) {
    String name = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    return hosts.computeIfAbsent(name, host -> new HostGate(host, this));
  }

  Collection<HostGate> hosts() {
    return hosts.values();
  }

  /** Nanoseconds since the budget was made. */
  long elapsed() {
    return nanoTime.getAsLong() - start;
  }

  /** For example {@code 24 attempts in 150 s}. */
  @Override
  public String toString() {
    return inWords;
  }
}
