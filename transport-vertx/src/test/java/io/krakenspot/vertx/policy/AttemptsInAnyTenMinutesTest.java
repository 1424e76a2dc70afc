package io.krakenspot.vertx.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.SystemStatus.State;
import io.krakenspot.port.VirtualLoop;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exchange sees of many connections of one process, in virtual time. */
class AttemptsInAnyTenMinutesTest {
  /** Kraken bans at about 150; this is one cycle of the budget below it. */
  private static final int MOST = 144;

  /** Kraken's 5 s and a margin. */
  private static final Duration SPACING = Duration.ofMillis(5_100);

  private static final List<URI> HOSTS =
      Stream.of(
              "wss://ws.kraken.test/v2", "wss://ws-auth.kraken.test/v2", "wss://ws-l3.kraken.test")
          .map(URI::create)
          .toList();

  private static final Supplier<Duration> PUNCTUAL = () -> Duration.ZERO;

  private final VirtualLoop loop = new VirtualLoop();
  private final Attempted attempted = new Attempted();
  private final List<Dialler> diallers = new ArrayList<>();
  private Consumer<Dialler> exchange = Dialler::open;

  static LongStream seeds() {
    String given = System.getProperty("krakenspot.seed");
    return given == null ? LongStream.range(0, 100) : LongStream.of(Long.parseLong(given));
  }

  static LongStream aFewSeeds() {
    return seeds().limit(10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("aFewSeeds")
  void twentyClientsUnderADeadServerForAnHour(long seed) {
    exchange = dead(Duration.ofMillis(100));
    clients(20, policy(seed), PUNCTUAL);

    loop.advance(Duration.ofHours(1));

    assertThat(attempted.count()).isGreaterThan(100);
    assertThat(attempted.mostInAnyTenMinutes()).isLessThanOrEqualTo(120);
    assertThat(attempted.closest(Duration.ofSeconds(1), Duration.ofHours(1)))
        .isGreaterThanOrEqualTo(SPACING);
    exchange = Dialler::open;
    loop.advance(Duration.ofMinutes(10));
    assertThat(diallers).allMatch(Dialler::standing);
    assertThat(attempted.mostInAnyTenMinutes()).isLessThanOrEqualTo(120);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isBackWithinHalfAMinuteAfterTheNetworkWasDownForAnHour(long seed) {
    Random random = new Random(seed);
    exchange = dead(Duration.ofMillis(random.nextBoolean() ? 10_000 : random.nextInt(2_000)));
    clients(1, policy(seed), PUNCTUAL);
    loop.advance(Duration.ofHours(1).plusMillis(random.nextInt(60_000)));
    exchange = Dialler::open;

    // A dial that hangs began before the network was back, and ends by its time-out.
    loop.advance(Duration.ofSeconds(30));

    assertThat(diallers).hasSize(3).allMatch(Dialler::standing);
  }

  /** Fault A6: two drops a second. What is left over of one cycle meets the whole of the next. */
  @ParameterizedTest(name = "{0} connections")
  @ValueSource(ints = {1, 10, 20})
  void keepsToTheBudgetInAStormOfDrops(int connections) {
    exchange =
        dialler -> {
          dialler.open();
          loop.schedule(Duration.ofMillis(500), () -> dialler.lose(State.ONLINE));
        };
    KrakenReconnect policy = policy(1);
    for (int i = 0; i < connections; i++) {
      start(policy, HOSTS.get(0), PUNCTUAL);
    }

    loop.advance(Duration.ofMinutes(10));

    assertThat(attempted.mostInAnyTenMinutes()).isBetween(connections == 1 ? 15 : 90, 120);
  }

  @Test
  void keepsToTheBudgetWhileClientsAreCreatedAndClosedAgainAndAgain() {
    exchange = dead(Duration.ofMillis(300));
    KrakenReconnect policy = policy(1);
    for (int second = 0; second < 3600; second++) {
      loop.schedule(Duration.ofSeconds(second), () -> briefly(policy));
    }

    loop.advance(Duration.ofHours(1));
    assertThat(attempted.mostInAnyTenMinutes()).isBetween(60, 120);
    exchange = Dialler::open;
    Dialler last = start(policy, HOSTS.get(0), PUNCTUAL);
    loop.advance(Duration.ofSeconds(155));

    assertThat(last.standing()).isTrue();
  }

  private void briefly(KrakenReconnect policy) {
    for (URI host : HOSTS) {
      Dialler dialler = start(policy, host, PUNCTUAL);
      loop.schedule(Duration.ofMillis(200), dialler::close);
    }
  }

  /** A timer may be later than a whole cycle of the budget: the machine slept, say. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverOverTheBudgetWhateverHappensAndHoweverLateTimersAre(long seed) {
    Random random = new Random(seed);
    exchange = dialler -> hostile(dialler, random);
    Supplier<Duration> late =
        () -> Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(600_000) : 0);
    clients(20, policy(seed), late);

    loop.advance(Duration.ofHours(1));

    assertThat(attempted.count()).isGreaterThan(50);
    assertThat(attempted.mostInAnyTenMinutes()).isLessThanOrEqualTo(MOST);
  }

  private void hostile(Dialler dialler, Random random) {
    Duration soon = Duration.ofMillis(random.nextInt(200));
    int fate = random.nextInt(40);
    if (fate == 0) {
      loop.schedule(soon, () -> dialler.refuse(429, null));
    } else if (fate < 3) {
      loop.schedule(soon, () -> dialler.refuse(503, Duration.ofSeconds(random.nextInt(300))));
    } else if (fate < 6) {
      loop.schedule(soon, dialler::fail);
    } else {
      dialler.open();
      State[] states = State.values();
      State state = random.nextInt(5) == 0 ? states[random.nextInt(states.length)] : State.ONLINE;
      Duration life = Duration.ofMillis(random.nextInt(random.nextInt(4) == 0 ? 90_000 : 300));
      loop.schedule(life, () -> dialler.lose(state));
    }
  }

  /** Fault A8: status, close, 503 for minutes, cancel_only, post_only, online. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("aFewSeeds")
  void noTwoAttemptsAreCloserThanFiveSecondsFromMaintenanceUntilAllIsWell(long seed) {
    clients(4, policy(seed), PUNCTUAL);
    loop.advance(Duration.ofMinutes(2));
    assertThat(diallers).hasSize(12).allMatch(Dialler::standing);
    Duration begin = now();

    exchange = dialler -> loop.schedule(Duration.ofMillis(50), () -> dialler.refuse(503, null));
    diallers.forEach(dialler -> dialler.lose(State.MAINTENANCE));
    loop.advance(Duration.ofMinutes(5));
    exchange = this::openForAMoment;
    loop.advance(Duration.ofMinutes(5));
    exchange = Dialler::open;
    loop.advance(Duration.ofMinutes(5));

    assertThat(diallers).allMatch(Dialler::standing);
    assertThat(attempted.between(begin, now())).isGreaterThan(24);
    assertThat(attempted.closest(begin, now())).isGreaterThanOrEqualTo(SPACING);

    loop.advance(Duration.ofMinutes(2));
    long before = attempted.count();
    diallers.get(0).lose(State.ONLINE);
    loop.advance(Duration.ofMillis(100));
    assertThat(attempted.count()).as("attempts at once, all being well").isEqualTo(before + 1);
  }

  private void openForAMoment(Dialler dialler) {
    dialler.open();
    loop.schedule(Duration.ofSeconds(3), () -> dialler.lose(State.CANCEL_ONLY));
  }

  /** Fault A7. */
  @ParameterizedTest(name = "Retry-After {0} s, {1} s of ban")
  @CsvSource({", 600", "0, 30", "1, 30", "42, 42", "900, 900"})
  void nobodyDialsWhileBannedWhoeverWasWaitingAndForWhichHost(Integer retryAfter, int seconds) {
    Duration asked = retryAfter == null ? null : Duration.ofSeconds(retryAfter);
    Duration ban = Duration.ofSeconds(seconds);
    KrakenReconnect policy = policy(5);
    exchange = dead(Duration.ofMillis(100));
    clients(3, policy, PUNCTUAL);
    loop.advance(Duration.ofSeconds(30));
    exchange = Dialler::open;
    Dialler banned = start(policy, URI.create("wss://beta-ws.kraken.test/v2"), PUNCTUAL);
    loop.run();
    Duration begin = now();

    banned.refuse(429, asked);
    loop.advance(ban);
    Dialler newcomer = start(policy, HOSTS.get(1), PUNCTUAL);

    assertThat(attempted.between(begin.plusNanos(1), begin.plus(ban))).isZero();
    loop.advance(Duration.ofMinutes(3));
    assertThat(diallers).contains(newcomer).allMatch(Dialler::standing);
  }

  private Consumer<Dialler> dead(Duration after) {
    return dialler -> loop.schedule(after, dialler::fail);
  }

  private void clients(int clients, KrakenReconnect policy, Supplier<Duration> lateness) {
    for (int client = 0; client < clients; client++) {
      HOSTS.forEach(host -> start(policy, host, lateness));
    }
  }

  private Dialler start(KrakenReconnect policy, URI host, Supplier<Duration> lateness) {
    Dialler dialler =
        new Dialler(
            loop,
            policy,
            host,
            lateness,
            who -> {
              attempted.add(loop.nanoTime(), who.uri);
              exchange.accept(who);
            });
    diallers.add(dialler);
    dialler.start();
    return dialler;
  }

  private Duration now() {
    return Duration.ofNanos(loop.nanoTime());
  }

  private KrakenReconnect policy(long seed) {
    AttemptBudget budget = AttemptBudget.of(24, Duration.ofSeconds(150), loop::nanoTime);
    return KrakenReconnect.builder().budget(budget).seed(seed).build();
  }
}
