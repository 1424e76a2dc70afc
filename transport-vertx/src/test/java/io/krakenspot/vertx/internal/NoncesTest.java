package io.krakenspot.vertx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NoncesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

  private final Nonces nonces = new Nonces();

  @Test
  void areMillisecondsSince1970() {
    assertThat(nonces.next(NOW)).isEqualTo(1_767_225_600_123L);
  }

  @Test
  void growWithinAMillisecond() {
    long first = nonces.next(NOW);

    assertThat(nonces.next(NOW)).isEqualTo(first + 1);
    assertThat(nonces.next(NOW.plusMillis(1))).isEqualTo(first + 2);
    assertThat(nonces.next(NOW.plusMillis(10))).isEqualTo(first + 10);
  }

  @Test
  void growAlthoughTheClockGoesBack() {
    long first = nonces.next(NOW);

    assertThat(nonces.next(NOW.minus(Duration.ofHours(1)))).isEqualTo(first + 1);
  }

  @Test
  void leaveOutWhatOthersUsed() {
    long first = nonces.next(NOW);

    nonces.skip(Duration.ofMinutes(1));

    assertThat(nonces.next(NOW)).isEqualTo(first + 60_001);
  }

  @Test
  void areOneSequenceForAKey() {
    long first = Nonces.of("one key").next(NOW);

    assertThat(Nonces.of("one key").next(NOW)).isEqualTo(first + 1);
    assertThat(Nonces.of("other key").next(NOW)).isEqualTo(first);
  }

  @Test
  void areNeverTheSameForTwoThreads() throws Exception {
    Set<Long> seen = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int thread = 0; thread < 4; thread++) {
      threads.execute(
          () -> {
            for (int i = 0; i < 10_000; i++) {
              seen.add(nonces.next(NOW));
            }
          });
    }
    threads.shutdown();

    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).hasSize(40_000);
  }

  @Test
  void oneCallWaitsForAnotherHoweverItEnds() {
    List<CompletableFuture<String>> begun = new ArrayList<>();
    for (int call = 0; call < 3; call++) {
      nonces.inTurn(
          () -> {
            begun.add(new CompletableFuture<>());
            return begun.get(begun.size() - 1);
          });
    }

    assertThat(begun).hasSize(1);
    begun.get(0).completeExceptionally(new IllegalStateException("refused"));
    assertThat(begun).hasSize(2);
    begun.get(1).complete("done");
    assertThat(begun).hasSize(3);
  }
}
