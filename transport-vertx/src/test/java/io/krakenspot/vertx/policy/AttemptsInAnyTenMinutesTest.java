package io.krakenspot.vertx.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.SystemStatus.State;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkClosed.Kind;
import io.krakenspot.port.ReconnectPolicy.Attempts;
import io.krakenspot.port.ReconnectPolicy.Decision;
import io.krakenspot.port.VirtualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty clients of one process under a hostile exchange, two hours long, in virtual time. */
class AttemptsInAnyTenMinutesTest {
  private static final int CLIENTS = 20;
  private static final long WINDOW = Duration.ofMinutes(10).toNanos();

  private final VirtualLoop loop = new VirtualLoop();
  private final List<Long> dialled = new ArrayList<>();

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverOverTheBudgetWhateverHappens(long seed) {
    Random random = new Random(seed);
    KrakenReconnect policy = policy(seed);
    for (int client = 0; client < CLIENTS; client++) {
      Duration start = Duration.ofMillis(random.nextInt(1_200_000));
      loop.schedule(start, () -> new Client(policy.attempts(loop), random).dial(null));
    }

    loop.advance(Duration.ofHours(2));

    assertThat(dialled).hasSizeGreaterThan(100);
    assertThat(mostInAnyWindow()).isLessThanOrEqualTo(120 + CLIENTS);
  }

  /** Fault A6: two drops a second. What is left over of one cycle meets the whole of the next. */
  @ParameterizedTest(name = "{0} clients")
  @ValueSource(ints = {1, 10, 20})
  void keepsToTheBudgetInAStormOfDrops(int clients) {
    KrakenReconnect policy = policy(1);
    for (int client = 0; client < clients; client++) {
      new Storm(policy.attempts(loop)).dial(null);
    }

    loop.advance(Duration.ofHours(1));

    assertThat(mostInAnyWindow()).isBetween(96, 120);
  }

  private KrakenReconnect policy(long seed) {
    AttemptBudget budget = AttemptBudget.of(24, Duration.ofSeconds(150), loop::nanoTime);
    return KrakenReconnect.builder().budget(budget).seed(seed).build();
  }

  private int mostInAnyWindow() {
    int most = 0;
    for (int first = 0, last = 0; last < dialled.size(); last++) {
      while (dialled.get(last) - dialled.get(first) >= WINDOW) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /** Dials, and half a second after is dropped; is stable each time, to get its instant tries. */
  private final class Storm {
    private final Attempts attempts;

    Storm(Attempts attempts) {
      this.attempts = attempts;
    }

    void dial(LinkClosed cause) {
      Decision decision = attempts.next(cause, State.ONLINE);
      loop.schedule(Duration.ofNanos(decision.delayNanos()), this::stand);
    }

    private void stand() {
      dialled.add(loop.nanoTime());
      attempts.stable();
      loop.schedule(
          Duration.ofMillis(500), () -> dial(new LinkClosed(Kind.LOST, 1006, "cut", null)));
    }
  }

  /** Meets another fault each time. */
  private final class Client {
    private final Attempts attempts;
    private final Random random;

    Client(Attempts attempts, Random random) {
      this.attempts = attempts;
      this.random = random;
    }

    void dial(LinkClosed cause) {
      State[] states = State.values();
      Decision decision = attempts.next(cause, states[random.nextInt(states.length)]);
      loop.schedule(Duration.ofNanos(decision.delayNanos()), this::meet);
    }

    private void meet() {
      dialled.add(loop.nanoTime());
      if (random.nextInt(4) == 0) {
        attempts.stable();
      }
      int standing = random.nextInt(3) == 0 ? random.nextInt(60_000) : random.nextInt(200);
      loop.schedule(Duration.ofMillis(standing), () -> dial(fault()));
    }

    private LinkClosed fault() {
      return switch (random.nextInt(20)) {
        case 0 -> new LinkClosed(Kind.REFUSED, 429, "HTTP 429", null);
        case 1 -> new LinkClosed(Kind.REFUSED, 503, "HTTP 503", seconds(900));
        case 2 -> new LinkClosed(Kind.REFUSED, 429, "HTTP 429", seconds(100));
        case 3, 4 -> new LinkClosed(Kind.UNREACHABLE, 0, "refused", null);
        default -> new LinkClosed(Kind.LOST, 1006, "cut", null);
      };
    }

    private Duration seconds(int most) {
      return Duration.ofSeconds(random.nextInt(most));
    }
  }
}
