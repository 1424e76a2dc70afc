package io.krakenspot.vertx.policy;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.krakenspot.port.Loop;
import io.krakenspot.port.ReconnectPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kraken's reconnect rule.
 *
 * <ul>
 *   <li>After a random drop a handful of attempts at once; then at least 5 s apart, growing to 60
 *       s, with jitter, until a link has stood for a while.
 *   <li>While a host cannot be reached or answers HTTP 503, 520 and the like, one connection tries
 *       it for all of the process, at least 5 s after the last attempt, growing to 20 s; {@code
 *       Retry-After} is kept. From then on, and where a link is lost while the engine is not {@code
 *       online}, no two attempts of the process at such hosts are closer than 5 s, until a link has
 *       stood and the engine is {@code online}.
 *   <li>After HTTP 429 nobody dials any host for 10 minutes, or as long as {@code Retry-After}
 *       says: 30 s at least, and twice as long at least after each further 429 in a row, up to 10
 *       minutes.
 *   <li>HTTP 400, 401, 403, 404 and close code 1008 are final.
 * </ul>
 *
 * <p>Every attempt takes from an {@link AttemptBudget}. All policies on one budget share what is
 * known of the hosts. Safe for threads.
 *
 * <pre>{@code
 * var policy = KrakenReconnect.builder().instantTries(3).seed(42).build();
 * }</pre>
 *
 * <p>Source: Kraken "Spot WebSockets introduction": "attempt reconnection instantly up to a handful
 * of times if the websocket is dropped randomly"; "after maintenance or extended downtime: no more
 * quickly than once every five (5) seconds"; about 150 attempts per rolling 10 minutes per IP
 * address, then a ban of 10 minutes. The final codes are those of Kraken's own client.
 */
public final class KrakenReconnect implements ReconnectPolicy {
  /**
   * What an attempt may take at most: one that has said nothing for so long, a minute, counts as
   * lost, and another connection tries the host in its place. The time-out of a transport's dial is
   * shorter. Our own choice: six times the usual time-out of 10 s.
   */
  public static final Duration LONGEST_DIAL = Duration.ofMinutes(1);

  /** An attempt may reach the exchange sooner after its dial than the one before. */
  private static final Duration MARGIN = Duration.ofMillis(100);

  private final Rules rules;
  private final Retry retry;
  private final AttemptBudget budget;

  private KrakenReconnect(Rules rules, AttemptBudget budget) {
    this.rules = rules;
    this.budget = budget;
    this.retry =
        Retry.of(
            "kraken-reconnect",
            RetryConfig.custom()
                .maxAttempts(Integer.MAX_VALUE)
                .intervalFunction(rules.intervals())
                .build());
  }

  /**
   * The rule with Kraken's numbers and the budget of the process.
   *
   * @return the policy
   */
  public static KrakenReconnect create() {
    return builder().build();
  }

  /**
   * The rule with other numbers.
   *
   * @return a builder set to Kraken's numbers
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * {@inheritDoc}
   *
   * <p>What is shared runs by the budget's clock: see {@link AttemptBudget#of(int, Duration,
   * java.util.function.LongSupplier)} for virtual time.
   */
  @Override
  public Attempts attempts(Loop loop, URI uri) {
    return new KrakenAttempts(rules, retry, budget, budget.host(uri), loop);
  }

  /** Sets the numbers; each method says what holds if it is not called. */
  public static final class Builder {
    private static final Duration LONGEST = Duration.ofDays(1);

    private int instantTries = 5;
    private Duration instantJitter = Duration.ofMillis(50);
    private Duration shortest = Duration.ofSeconds(5).plus(MARGIN);
    private Duration longest = Duration.ofSeconds(60);
    private Duration outageLongest = Duration.ofSeconds(20);
    private Duration ban = Duration.ofMinutes(10);
    private Set<Integer> finalStatuses = Set.of(400, 401, 403, 404);
    private Set<Integer> finalCloseCodes = Set.of(1008);
    private AttemptBudget budget = AttemptBudget.ofProcess();
    private Random random = new Random();

    private Builder() {}

    /**
     * How many attempts to make at once after a random drop; 5 by default.
     *
     * <p>Source: Kraken introduction, "up to a handful of times".
     *
     * @param tries zero or more
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public Builder instantTries(int tries) {
      require(tries >= 0, "instantTries must be 0 or more, not %s; 5 is the default", tries);
      instantTries = tries;
      return this;
    }

    /**
     * The most that an attempt "at once" waits, so that many clients do not dial in one instant; 50
     * ms by default.
     *
     * <p>Source: our own choice. Kraken names no jitter for attempts at once; half of what may pass
     * until the first attempt, 100 ms, leaves the other half to the machine.
     *
     * @param jitter from zero to a day, for example 50 ms
     * @return this
     * @throws IllegalArgumentException if it is outside of that
     */
    public Builder instantJitter(Duration jitter) {
      requireUpToADay("instantJitter", jitter, Duration.ZERO);
      instantJitter = jitter;
      return this;
    }

    /**
     * The wait between slow attempts: it begins with the first and doubles to the second; 5.1 s and
     * 60 s by default, since an attempt may reach Kraken sooner after its dial than the one before,
     * and Kraken wants them 5 s apart. Up to a fifth of jitter comes on top.
     *
     * <p>Source: Kraken introduction, "no more quickly than once every five (5) seconds"; Kraken
     * guide "WebSocket reconnection", which backs off to 60 s. The fifth is our own choice.
     *
     * @param least from 1 ms to a day, for example 5.1 s; less is for exchanges other than Kraken's
     * @param most from the least to a day, for example 60 s
     * @return this
     * @throws IllegalArgumentException if they are outside of that
     */
    public Builder pace(Duration least, Duration most) {
      requireUpToADay("the least wait of a pace", least, Duration.ofMillis(1));
      requireUpToADay("the longest wait of a pace", most, least);
      shortest = least;
      longest = most;
      return this;
    }

    /**
     * The longest wait between attempts at a host that is down, counted from one attempt to the
     * next over all connections of the process; 20 s by default. Up to a fifth of jitter comes on
     * top.
     *
     * <p>Source: our own choice. Kraken asks for 5 s at least and names no upper bound; this one
     * bounds how long a recovery goes unnoticed: with the default less than 30 s, and three hosts
     * that are down leave a part of the budget for the rest.
     *
     * @param most from the least {@link #pace} to a day, for example 20 s
     * @return this
     * @throws IllegalArgumentException if it is outside of 1 ms to a day; {@link #build} looks at
     *     the pace
     */
    public Builder outagePace(Duration most) {
      requireUpToADay("outagePace", most, Duration.ofMillis(1));
      outageLongest = most;
      return this;
    }

    /**
     * How long nobody dials after HTTP 429 without {@code Retry-After}; 10 minutes by default. With
     * it, at least 30 s, then 60 s and so on up to this, until a link has stood for a while.
     *
     * <p>Source: Kraken introduction, "the IP address is banned for 10 minutes". The 30 s and their
     * doubling are our own choice: Kraken does not say what a shorter {@code Retry-After} is worth.
     *
     * @param duration from 1 s to a day, for example 10 minutes
     * @return this
     * @throws IllegalArgumentException if it is outside of that
     */
    public Builder ban(Duration duration) {
      requireUpToADay("ban", duration, Duration.ofSeconds(1));
      ban = duration;
      return this;
    }

    /**
     * The HTTP statuses that end the attempts; 400, 401, 403 and 404 by default.
     *
     * <p>Source: those of Kraken's own client.
     *
     * @param statuses from 100 to 599 each; may be empty
     * @return this
     * @throws IllegalArgumentException if one is outside of that
     */
    public Builder finalStatuses(Set<Integer> statuses) {
      finalStatuses = codes("finalStatuses", statuses, 100, 599);
      return this;
    }

    /**
     * The WebSocket close codes that end the attempts; 1008 (policy violated) by default.
     *
     * <p>Source: that of Kraken's own client.
     *
     * @param codes from 1000 to 4999 each; may be empty
     * @return this
     * @throws IllegalArgumentException if one is outside of that
     */
    public Builder finalCloseCodes(Set<Integer> codes) {
      finalCloseCodes = codes("finalCloseCodes", codes, 1000, 4999);
      return this;
    }

    /**
     * The budget to take attempts from; that of the process by default.
     *
     * @param attempts shared by whoever dials from the same IP address
     * @return this
     * @throws IllegalArgumentException if it is null
     */
    public Builder budget(AttemptBudget attempts) {
      requireGiven("budget", attempts);
      budget = attempts;
      return this;
    }

    /**
     * Makes the jitter repeatable, for tests.
     *
     * @param seed any number
     * @return this
     */
    public Builder seed(long seed) {
      random = new Random(seed);
      return this;
    }

    /**
     * The policy.
     *
     * @return a policy with these numbers
     * @throws IllegalArgumentException if the outage pace is shorter than the least pace
     */
    public KrakenReconnect build() {
      require(
          outageLongest.compareTo(shortest) >= 0,
          "outagePace must not be shorter than the least pace: it is %s, the pace at least %s",
          outageLongest,
          shortest);
      Rules rules =
          new Rules(
              instantTries,
              instantJitter,
              shortest,
              longest,
              outageLongest,
              ban,
              finalStatuses,
              finalCloseCodes,
              random);
      return new KrakenReconnect(rules, budget);
    }

    private static Set<Integer> codes(String name, Set<Integer> codes, int least, int most) {
      requireGiven(name, codes);
      for (Integer code : codes) {
        requireGiven(name, code);
        require(
            code >= least && code <= most,
            "%s must be from %s to %s, not %s",
            name,
            least,
            most,
            code);
      }
      return Set.copyOf(codes);
    }

    private static void requireUpToADay(String name, Duration duration, Duration least) {
      requireGiven(name, duration);
      requireGiven(name, least);
      require(
          duration.compareTo(least) >= 0 && duration.compareTo(LONGEST) <= 0,
          "%s must be from %s to %s, not %s",
          name,
          least,
          LONGEST,
          duration);
    }

    private static void requireGiven(String name, @Nullable Object value) {
      require(value != null, "%s must not be null; leave the call out for the default", name);
    }

    private static void require(boolean holds, String otherwise, @Nullable Object... details) {
      if (!holds) {
        throw new IllegalArgumentException(String.format(Locale.ROOT, otherwise, details));
      }
    }
  }
}
