package io.krakenspot.vertx.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Twenty threads that take from one budget at once, through the gates of three hosts. They race
 * within each second of virtual time; the clock moves on when all of them have asked.
 */
@Timeout(120)
class AttemptBudgetThreadsTest {
  private static final int THREADS = 20;
  private static final int SECONDS = 1_800;
  private static final int TEN_MINUTES = 600;
  private static final int LAST_OF_CYCLE = 149;

  private final AtomicLong seconds = new AtomicLong();
  private final AttemptBudget budget =
      AttemptBudget.of(24, Duration.ofSeconds(150), () -> seconds.get() * 1_000_000_000);
  private final AtomicIntegerArray attempts = new AtomicIntegerArray(SECONDS + 1);
  private final Rules rules =
      new Rules(
          5,
          Duration.ofMillis(50),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofMinutes(10),
          Set.of(),
          Set.of(),
          new Random(1));

  @Test
  void takeWhatACycleHasAndNoMoreHoweverTheyRace() throws Exception {
    race((gate, random) -> {});

    for (int second = 0; second < SECONDS; second++) {
      boolean full = second == LAST_OF_CYCLE || second >= 150 && second % 150 == 0;
      assertThat(attempts.get(second)).as("attempts in second %s", second).isEqualTo(full ? 24 : 0);
    }
    assertThat(mostInAnyTenMinutes()).isEqualTo(120);
  }

  @Test
  void neverTakeMoreWhateverBecomesOfTheirAttempts() throws Exception {
    race(this::anything);

    assertThat(mostInAnyTenMinutes()).isBetween(24, 120);
  }

  private void anything(HostGate gate, Random random) {
    switch (random.nextInt(8)) {
      case 0 -> gate.failed(rules, Duration.ofSeconds(random.nextInt(10)));
      case 1 -> gate.slowDown();
      case 2 -> gate.stable();
      default -> gate.opened();
    }
  }

  /** What is left over of one cycle meets the whole of the next: the worst moment to begin. */
  private void race(BiConsumer<HostGate, Random> fate) throws Exception {
    seconds.set(LAST_OF_CYCLE);
    CyclicBarrier allHaveAsked = new CyclicBarrier(THREADS, seconds::incrementAndGet);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> racers = new ArrayList<>();
      for (int racer = 0; racer < THREADS; racer++) {
        HostGate gate = budget.host(URI.create("wss://host" + racer % 3 + ".test"));
        Random random = new Random(racer);
        racers.add(pool.submit(() -> ask(gate, random, fate, allHaveAsked)));
      }
      for (Future<?> racer : racers) {
        racer.get(100, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private Void ask(
      HostGate gate, Random random, BiConsumer<HostGate, Random> fate, CyclicBarrier allHaveAsked)
      throws Exception {
    while (seconds.get() < SECONDS) {
      for (int time = 0; time < 3; time++) {
        if (gate.enter(random, rules).nanos() == 0) {
          attempts.incrementAndGet((int) seconds.get());
          fate.accept(gate, random);
        }
      }
      allHaveAsked.await(50, TimeUnit.SECONDS);
    }
    return null;
  }

  private int mostInAnyTenMinutes() {
    int most = 0;
    int inWindow = 0;
    for (int second = 0; second < SECONDS; second++) {
      inWindow += attempts.get(second);
      inWindow -= second < TEN_MINUTES ? 0 : attempts.get(second - TEN_MINUTES);
      most = Math.max(most, inWindow);
    }
    return most;
  }
}
