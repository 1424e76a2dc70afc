package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.port.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * That no command is lost, doubled or misreported, wherever its link is cut: runs of chance, each
 * in a world of its own and in virtual time. {@code -Dkrakenspot.seed=7} repeats one run, {@code
 * -Dkrakenspot.seeds=100000} makes more than the usual two thousand.
 */
public abstract class FateContract {
  private static final String SEED = "krakenspot.seed";
  private static final int USUAL = 2_000;
  private static final int ENOUGH = 10;

  /** Makes the suite. */
  protected FateContract() {}

  /**
   * The version under test.
   *
   * @return a protocol
   */
  protected abstract Protocol protocol();

  @Test
  @DisplayName("FA-01 whatever cuts the link, every fate is what the exchange's own ledger says")
  void fates() {
    Long one = Long.getLong(SEED);
    long first = one == null ? 1 : one;
    long last = one == null ? Integer.getInteger("krakenspot.seeds", USUAL) : one;
    FateTally tally = new FateTally();
    List<AssertionError> failures = new ArrayList<>();
    for (long seed = first; seed <= last && failures.size() < ENOUGH; seed++) {
      run(seed, tally, failures);
    }
    System.out.println(protocol().name() + ", seeds " + first + " to " + last + ": " + tally);
    assertThat(failures).as("runs that failed").isEmpty();
    if (one == null) {
      assertThat(tally.missing()).as("never happened in all these runs").isEmpty();
      assertThat(tally.undecided().keySet())
          .as("commands that nothing could decide")
          .isSubsetOf("amend", "edit", "cancel-all");
    }
  }

  private void run(long seed, FateTally tally, List<AssertionError> failures) {
    try {
      new FateRun(protocol(), seed, tally).run();
    } catch (AssertionError | RuntimeException failure) {
      failures.add(
          new AssertionError("-D" + SEED + "=" + seed + ": " + failure.getMessage(), failure));
    }
  }
}
