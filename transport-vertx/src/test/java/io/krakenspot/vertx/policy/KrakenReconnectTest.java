package io.krakenspot.vertx.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.krakenspot.market.SystemStatus.State;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkClosed.Kind;
import io.krakenspot.port.ReconnectPolicy.Attempts;
import io.krakenspot.port.ReconnectPolicy.Decision;
import io.krakenspot.port.VirtualLoop;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenReconnectTest {
  private static final LinkClosed DROP = new LinkClosed(Kind.LOST, 1006, "cut", null);
  private static final LinkClosed DOWN = new LinkClosed(Kind.UNREACHABLE, 0, "refused", null);

  /** Kraken's 5 s and a margin. */
  private static final Duration SPACING = Duration.ofMillis(5_100);

  private static final URI HOST = URI.create("wss://ws.kraken.test/v2");
  private static final URI OTHER_HOST = URI.create("wss://ws-auth.kraken.test/v2");

  private final VirtualLoop loop = new VirtualLoop();

  @Test
  void dialsFirstAtOnce() {
    Decision first = attempts(1).next(null, State.UNKNOWN);

    assertThat(first).isEqualTo(Decision.dialIn(0, "first attempt"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void dialsFiveTimesAtOnceAndThenEverSlower(long seed) {
    Attempts attempts = attempts(seed);

    long[] waits =
        LongStream.range(0, 11).map(n -> millis(attempts.next(DROP, State.ONLINE))).toArray();

    assertThat(LongStream.of(waits).limit(5)).allMatch(wait -> wait <= 50);
    assertThat(waits[5]).isBetween(5_100L, 6_120L);
    assertThat(waits[6]).isBetween(10_200L, 12_240L);
    assertThat(waits[7]).isBetween(20_400L, 24_480L);
    assertThat(waits[8]).isBetween(40_800L, 48_960L);
    assertThat(waits[9]).isBetween(60_000L, 72_000L);
    assertThat(waits[10]).isBetween(60_000L, 72_000L);
  }

  @Test
  void spreadsInstantAttempts() {
    Attempts attempts = attempts(7, KrakenReconnect.builder().instantTries(100), 1000);

    LongStream waits = LongStream.range(0, 100).map(n -> millis(attempts.next(DROP, State.ONLINE)));

    assertThat(waits.distinct().count()).isGreaterThan(20);
  }

  @Test
  void forgetsFailuresOnceStable() {
    Attempts attempts = attempts(1);
    for (int failure = 0; failure < 7; failure++) {
      attempts.next(DROP, State.ONLINE);
    }

    attempts.stable();

    assertThat(millis(attempts.next(DROP, State.ONLINE))).isLessThanOrEqualTo(50);
  }

  @Test
  void remembersFailuresOfAConnectionThatStoodBriefly() {
    Attempts attempts = attempts(1);
    for (int failure = 0; failure < 5; failure++) {
      attempts.next(DROP, State.ONLINE);
    }

    assertThat(millis(attempts.next(DROP, State.ONLINE))).isGreaterThanOrEqualTo(5_100);
  }

  @ParameterizedTest
  @EnumSource(names = {"MAINTENANCE", "CANCEL_ONLY", "POST_ONLY", "LIMIT_ONLY"})
  void isSlowUntilTheEngineIsOnline(State state) {
    Attempts attempts = attempts(3);

    for (int failure = 0; failure < 5; failure++) {
      assertThat(millis(attempts.next(DROP, state))).isBetween(5_100L, 6_120L);
    }
  }

  @Test
  void isSlowWhileTheServerCannotBeReached() {
    Attempts attempts = attempts(3);

    assertThat(millis(attempts.next(DROP, State.ONLINE))).isLessThanOrEqualTo(50);
    assertThat(millis(attempts.next(DOWN, State.ONLINE))).isGreaterThanOrEqualTo(5_100);
    assertThat(millis(attempts.next(DOWN, State.ONLINE))).isGreaterThanOrEqualTo(5_100);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 408, 500, 502, 503, 520, 530})
  void isSlowAfterARefusalThatMayPass(int status) {
    assertThat(millis(attempts(3).next(refused(status, null), State.ONLINE)))
        .isBetween(5_100L, 6_120L);
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    Decision decision = attempts(3).next(refused(503, Duration.ofSeconds(120)), State.ONLINE);

    assertThat(millis(decision)).isEqualTo(120_000);
    assertThat(decision.why())
        .isEqualTo("after: HTTP 503; ws.kraken.test is down; all connections wait 120.0 s");
  }

  @Test
  void isNotTalkedIntoHaste() {
    LinkClosed now = refused(503, Duration.ZERO);

    assertThat(millis(attempts(3).next(now, State.ONLINE))).isGreaterThanOrEqualTo(5_100);
  }

  @Test
  void doesNotBelieveAnAbsurdRequestToWait() {
    LinkClosed absurd = refused(503, Duration.ofSeconds(Long.MAX_VALUE));

    assertThat(millis(attempts(3).next(absurd, State.ONLINE)))
        .isEqualTo(Duration.ofDays(1).toMillis());
  }

  @Test
  void sitsOutABanOfTenMinutes() {
    assertThat(millis(attempts(3).next(refused(429, null), State.ONLINE))).isEqualTo(600_000);
  }

  @Test
  void sitsOutABanAsLongAsTheServerSays() {
    LinkClosed banned = refused(429, Duration.ofSeconds(42));

    assertThat(millis(attempts(3).next(banned, State.ONLINE))).isEqualTo(42_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void isNotTalkedOutOfABan(long retryAfter) {
    Attempts attempts = attempts(3);
    LinkClosed banned = refused(429, Duration.ofSeconds(retryAfter));
    List<Long> waits = new ArrayList<>();
    for (int refusal = 0; refusal < 7; refusal++) {
      Decision decision = attempts.next(banned, State.ONLINE);
      waits.add(TimeUnit.NANOSECONDS.toSeconds(decision.delayNanos()));
      loop.advance(Duration.ofNanos(decision.delayNanos()));
      assertThat(attempts.review(decision, 0).delayNanos()).isZero();
    }
    assertThat(waits).containsExactly(30L, 60L, 120L, 240L, 480L, 600L, 600L);

    attempts.opened();
    attempts.stable();

    assertThat(millis(attempts.next(banned, State.ONLINE))).isEqualTo(30_000);
  }

  @Test
  void attemptsUnderWayWhenABanBeganMakeItNoLonger() {
    KrakenReconnect policy = policy(KrakenReconnect.builder().seed(1), 24);
    LinkClosed banned = refused(429, Duration.ZERO);
    policy.attempts(loop, HOST).next(banned, State.ONLINE);

    Decision other = policy.attempts(loop, OTHER_HOST).next(banned, State.ONLINE);

    assertThat(millis(other)).isEqualTo(30_000);
  }

  @Test
  void nobodyDialsWhileOneIsBanned() {
    KrakenReconnect policy = policy(KrakenReconnect.builder().seed(1), 24);
    policy.attempts(loop, HOST).next(refused(429, null), State.ONLINE);
    loop.advance(Duration.ofSeconds(100));

    Decision other = policy.attempts(loop, OTHER_HOST).next(null, State.UNKNOWN);

    assertThat(millis(other)).isEqualTo(500_000);
    assertThat(other.why()).isEqualTo("first attempt; nobody dials for 500.0 s");
  }

  @Test
  void leavesABanInCycles() {
    AttemptBudget budget = AttemptBudget.of(2, Duration.ofSeconds(150), loop::nanoTime);
    budget.pause(Duration.ofSeconds(600));

    List<Long> taken = new ArrayList<>();
    while (taken.size() < 6) {
      Hold hold = budget.take(Duration.ZERO);
      if (hold.nanos() == 0) {
        taken.add(toMillis(loop.nanoTime()));
      }
      loop.advance(Duration.ofNanos(hold.nanos()));
    }

    assertThat(taken).containsExactly(600_000L, 600_000L, 750_000L, 750_000L, 900_000L, 900_000L);
  }

  @Test
  void oneConnectionTriesAHostThatIsDownForAllOthers() {
    KrakenReconnect policy = policy(KrakenReconnect.builder().seed(1), 24);
    Attempts one = policy.attempts(loop, HOST);
    Attempts other = policy.attempts(loop, HOST);
    Decision down = one.next(DOWN, State.ONLINE);
    Decision waiting = other.next(DROP, State.ONLINE);
    loop.advance(Duration.ofNanos(down.delayNanos()));

    assertThat(one.review(down, 0)).isEqualTo(Decision.dialIn(0, "after: refused"));
    assertThat(other.review(waiting, 0).why()).contains("is being tried by another connection");

    one.opened();
    loop.advance(SPACING);
    assertThat(other.review(waiting, 0).delayNanos()).isZero();
  }

  @Test
  void otherHostsAreTriedOnceOneIsBack() {
    KrakenReconnect policy = policy(KrakenReconnect.builder().seed(1), 24);
    Attempts one = policy.attempts(loop, HOST);
    Attempts other = policy.attempts(loop, OTHER_HOST);
    Decision oneWaits = one.next(DOWN, State.ONLINE);
    for (int failure = 0; failure < 3; failure++) {
      other.next(DOWN, State.ONLINE);
      loop.advance(Duration.ofSeconds(30));
      other.next(null, State.UNKNOWN);
    }
    Decision otherWaits = other.next(DOWN, State.ONLINE);
    assertThat(millis(otherWaits)).isGreaterThanOrEqualTo(20_000);
    loop.advance(SPACING);
    assertThat(one.review(oneWaits, 0).delayNanos()).isZero();

    one.opened();

    loop.advance(SPACING);
    assertThat(other.review(otherWaits, 0).delayNanos()).isZero();
  }

  @Test
  void aWaitThatAHostAskedForIsKeptThoughAnotherIsBack() {
    KrakenReconnect policy = policy(KrakenReconnect.builder().seed(1), 24);
    Attempts one = policy.attempts(loop, HOST);
    Decision oneWaits = one.next(DOWN, State.ONLINE);
    Attempts other = policy.attempts(loop, OTHER_HOST);
    Decision otherWaits = other.next(refused(503, Duration.ofSeconds(120)), State.ONLINE);
    loop.advance(Duration.ofSeconds(10));
    assertThat(one.review(oneWaits, 0).delayNanos()).isZero();

    one.opened();

    loop.advance(SPACING);
    assertThat(millis(other.review(otherWaits, 0))).isEqualTo(104_900);
  }

  @Test
  void aTrialThatIsCalledOffIsLeftToAnother() {
    KrakenReconnect policy = policy(KrakenReconnect.builder().seed(1), 24);
    Attempts one = policy.attempts(loop, HOST);
    Attempts other = policy.attempts(loop, HOST);
    Decision down = one.next(DOWN, State.ONLINE);
    loop.advance(Duration.ofNanos(down.delayNanos()));
    one.review(down, 0);

    one.abandoned();

    loop.advance(SPACING);
    assertThat(other.next(null, State.UNKNOWN).delayNanos()).isZero();
  }

  @Test
  void aTrialWhoseOwnerIsGoneIsLeftToAnother() {
    KrakenReconnect policy = policy(KrakenReconnect.builder().seed(1), 24);
    Attempts gone = policy.attempts(loop, HOST);
    Decision down = gone.next(DOWN, State.ONLINE);
    loop.advance(Duration.ofNanos(down.delayNanos()));
    gone.review(down, 0);
    Attempts other = policy.attempts(loop, HOST);
    assertThat(other.next(null, State.UNKNOWN).delayNanos()).isPositive();

    loop.advance(Duration.ofSeconds(61));

    assertThat(other.next(null, State.UNKNOWN).delayNanos()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void triesAHostThatIsDownEverSlowerUpToTwentySeconds(long seed) {
    Attempts attempts = attempts(seed);
    List<Long> waits = new ArrayList<>();
    for (int failure = 0; failure < 5; failure++) {
      Decision decision = attempts.next(DOWN, State.ONLINE);
      waits.add(millis(decision));
      loop.advance(Duration.ofNanos(decision.delayNanos()));
      assertThat(attempts.review(decision, 0).delayNanos()).isZero();
    }

    assertThat(waits.get(0)).isBetween(5_100L, 6_120L);
    assertThat(waits.get(1)).isBetween(10_200L, 12_240L);
    assertThat(waits.subList(2, 5)).allMatch(wait -> wait >= 20_000 && wait <= 24_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404})
  void givesUpWhereAnotherAttemptIsOfNoUse(int status) {
    Decision decision = attempts(3).next(refused(status, null), State.ONLINE);

    assertThat(decision.giveUp()).isTrue();
    assertThat(decision.why()).startsWith("giving up, HTTP " + status + ": ").contains("check");
  }

  @Test
  void givesUpAfterAViolatedPolicy() {
    LinkClosed violated = new LinkClosed(Kind.LOST, 1008, "bad manners", null);

    Decision decision = attempts(3).next(violated, State.ONLINE);

    assertThat(decision.giveUp()).isTrue();
    assertThat(decision.why()).contains("1008", "bad manners");
  }

  @Test
  void takesNothingFromTheBudgetWhenGivingUp() {
    Attempts attempts = attempts(3, KrakenReconnect.builder(), 1);
    attempts.next(refused(404, null), State.ONLINE);

    assertThat(attempts.next(null, State.UNKNOWN).delayNanos()).isZero();
  }

  @Test
  void namesTheBudgetWhenItIsWhatHoldsBack() {
    Attempts attempts = attempts(3, KrakenReconnect.builder(), 2);
    attempts.next(null, State.UNKNOWN);
    Decision second = attempts.next(DROP, State.ONLINE);
    loop.advance(Duration.ofSeconds(30));
    attempts.review(second, 0);

    Decision drop = attempts.next(DROP, State.ONLINE);
    loop.advance(Duration.ofNanos(drop.delayNanos()));
    Decision third = attempts.review(drop, 0);

    assertThat(millis(third)).isBetween(119_900L, 120_000L);
    assertThat(third.why())
        .startsWith("after: cut; held back to 1")
        .endsWith(" s by the budget of 2 attempts in 150 s");
  }

  static Stream<Arguments> unusable() {
    Duration ms = Duration.ofMillis(1);
    Duration never = Duration.ofSeconds(Long.MAX_VALUE);
    return Stream.of(
        refusal(b -> b.instantTries(-1), "instantTries must be 0 or more, not -1"),
        refusal(b -> b.instantJitter(ms.negated()), "instantJitter must be from PT0S to PT24H"),
        refusal(b -> b.instantJitter(never), "instantJitter must be from PT0S to PT24H"),
        refusal(b -> b.instantJitter(null), "instantJitter must not be null"),
        refusal(
            b -> b.pace(Duration.ZERO, Duration.ofSeconds(60)),
            "the least wait of a pace must be from PT0.001S to PT24H, not PT0S"),
        refusal(b -> b.pace(ms.negated(), ms), "the least wait of a pace must be from PT0.001S"),
        refusal(
            b -> b.pace(Duration.ofSeconds(60), Duration.ofSeconds(5)),
            "the longest wait of a pace must be from PT1M to PT24H, not PT5S"),
        refusal(
            b -> b.pace(ms, never), "the longest wait of a pace must be from PT0.001S to PT24H"),
        refusal(b -> b.pace(null, ms), "the least wait of a pace must not be null"),
        refusal(b -> b.pace(ms, null), "the longest wait of a pace must not be null"),
        refusal(b -> b.outagePace(Duration.ZERO), "outagePace must be from PT0.001S to PT24H"),
        refusal(b -> b.outagePace(null), "outagePace must not be null"),
        refusal(
            b -> b.outagePace(Duration.ofSeconds(4)).build(),
            "outagePace must not be shorter than the least pace: it is PT4S, the pace at least"
                + " PT5.1S"),
        refusal(b -> b.ban(Duration.ZERO), "ban must be from PT1S to PT24H, not PT0S"),
        refusal(b -> b.ban(null), "ban must not be null"),
        refusal(b -> b.finalStatuses(Set.of(1008)), "finalStatuses must be from 100 to 599"),
        refusal(b -> b.finalStatuses(null), "finalStatuses must not be null"),
        refusal(b -> b.finalStatuses(nothing()), "finalStatuses must not be null"),
        refusal(b -> b.finalCloseCodes(Set.of(404)), "finalCloseCodes must be from 1000 to 4999"),
        refusal(b -> b.finalCloseCodes(null), "finalCloseCodes must not be null"),
        refusal(b -> b.budget(null), "budget must not be null"));
  }

  private static Arguments refusal(Consumer<KrakenReconnect.Builder> setting, String why) {
    return Arguments.of(why, setting);
  }

  private static Set<Integer> nothing() {
    Set<Integer> nothing = new HashSet<>();
    nothing.add(null);
    return nothing;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable")
  void refusesNumbersThatCannotWork(String why, Consumer<KrakenReconnect.Builder> setting) {
    KrakenReconnect.Builder builder = KrakenReconnect.builder();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> setting.accept(builder))
        .withMessageContaining(why);
  }

  @Test
  void takesNumbersOnTheEdge() {
    Duration day = Duration.ofDays(1);
    Attempts attempts =
        attempts(1, KrakenReconnect.builder().instantTries(0).pace(day, day).outagePace(day), 24);

    assertThat(attempts.next(DROP, State.ONLINE).delayNanos())
        .isBetween(day.toNanos(), day.multipliedBy(6).dividedBy(5).toNanos());
  }

  @Test
  void sharesOneBudgetInTheProcess() {
    assertThat(AttemptBudget.ofProcess()).isSameAs(AttemptBudget.ofProcess());
    assertThat(AttemptBudget.ofProcess()).hasToString("24 attempts in 150 s");
  }

  private Attempts attempts(long seed) {
    return attempts(seed, KrakenReconnect.builder(), 1000);
  }

  private Attempts attempts(long seed, KrakenReconnect.Builder builder, int budget) {
    return policy(builder.seed(seed), budget).attempts(loop, HOST);
  }

  private KrakenReconnect policy(KrakenReconnect.Builder builder, int budget) {
    return builder
        .budget(AttemptBudget.of(budget, Duration.ofSeconds(150), loop::nanoTime))
        .build();
  }

  private static LinkClosed refused(int status, Duration retryAfter) {
    return new LinkClosed(Kind.REFUSED, status, "HTTP " + status, retryAfter);
  }

  private static long millis(Decision decision) {
    assertThat(decision.giveUp()).isFalse();
    return toMillis(decision.delayNanos());
  }

  private static long toMillis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }
}
