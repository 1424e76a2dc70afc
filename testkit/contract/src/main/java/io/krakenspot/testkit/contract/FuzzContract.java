package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.port.Protocol;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Mutated frames through codec, session and books, whatever the version: nothing but {@link
 * io.krakenspot.failure.MalformedFrameException} comes of them, none takes long, memory stays, and
 * no book is shown whose checksum did not hold.
 *
 * <p>20,000 frames in the build; as many as wanted with {@code -Dkrakenspot.fuzz=1000000}, others
 * with {@code -Dkrakenspot.seed=7}.
 */
public abstract class FuzzContract {
  private static final long FRAMES = Long.getLong("krakenspot.fuzz", 20_000);
  private static final long SEED = Long.getLong("krakenspot.seed", 20260301);

  /** Books that were found wrong pause longer and longer; those of a new session do not. */
  private static final int SESSION = 100;

  /** How long one simulated exchange lives. */
  private static final int EXCHANGE = 5_000;

  private static final long OLD_AGE = FRAMES / 10;
  private static final Duration LONGEST = Duration.ofMillis(50);
  private static final long MOST_GROWTH = 16 << 20;

  /** Makes the suite. */
  protected FuzzContract() {}

  /**
   * The version under test.
   *
   * @return a protocol
   */
  protected abstract Protocol protocol();

  /**
   * One frame of each kind, of public data and of the account's.
   *
   * @return well-formed JSON
   */
  protected abstract List<String> frames();

  @Test
  @DisplayName("mutated frames break nothing, take no time, keep no memory and show no wrong book")
  final void mutatedFrames() {
    FuzzRun.Outcome outcome = run(EXCHANGE, SESSION, SEED);
    long before = usedMemory();
    long started = System.nanoTime();
    for (long seed = SEED + 1; outcome.mutated() < FRAMES; seed++) {
      outcome = outcome.plus(run(EXCHANGE, SESSION, seed));
    }
    long tookNanos = System.nanoTime() - started;
    outcome = outcome.plus(run(OLD_AGE, OLD_AGE, SEED));
    long growth = usedMemory() - before;
    String figures =
        "%s, seed %d: %s, %d frames/s, decoded alone %d frames/s, heap grew %d KiB"
            .formatted(
                protocol().name(),
                SEED,
                outcome,
                FRAMES * 1_000_000_000L / tookNanos,
                outcome.mutated() * 1_000_000_000L / outcome.decodeNanos(),
                growth >> 10);
    System.out.println(figures);

    assertThat(growth).as(figures).isLessThan(MOST_GROWTH);
    assertThat(outcome.slowestNanos()).as(figures).isLessThanOrEqualTo(LONGEST.toNanos());
    assertThat(outcome.live()).as("enough at stake: " + figures).isGreaterThan(FRAMES / 10);
    assertThat(outcome.counters().malformed()).as(figures).isGreaterThan(FRAMES / 4);
  }

  private FuzzRun.Outcome run(long frames, long session, long seed) {
    FuzzRun run = new FuzzRun(protocol(), frames(), seed);
    FuzzRun.Outcome outcome = FuzzRun.Outcome.NOTHING;
    while (outcome.mutated() < frames) {
      outcome = outcome.plus(run.session(session));
    }
    return outcome;
  }

  private static long usedMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
