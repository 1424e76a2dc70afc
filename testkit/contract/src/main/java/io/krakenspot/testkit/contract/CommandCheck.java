package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.order.Fate;
import io.krakenspot.order.Rejection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A command, what it really did, and what its fate must say in the end. */
final class CommandCheck {
  /** What a command did that took no effect. */
  static final String NOTHING = "nothing";

  private final String what;
  private final CompletableFuture<? extends Fate<?>> fate;
  private final String truth;
  private final Function<Object, String> told;

  CommandCheck(
      String what,
      CompletionStage<? extends Fate<?>> fate,
      String truth,
      Function<Object, String> told) {
    this.what = what;
    this.fate = fate.toCompletableFuture();
    this.truth = truth;
    this.told = told;
  }

  void verify(FateTally tally) {
    Fate<?> first = ended(fate);
    boolean settled = first instanceof Fate.Unknown<?>;
    Fate<?> last =
        first instanceof Fate.Unknown<?> unknown
            ? ended(unknown.settled().toCompletableFuture())
            : first;
    if (last instanceof Fate.Unknown<?>) {
      tally.undecidable(what.substring(0, what.indexOf(' ')));
      return;
    }
    assertThat(says(last)).as("%s, whose fate is %s after %s", what, last, first).isEqualTo(truth);
    tally.ended(kind(last, settled));
  }

  private Fate<?> ended(CompletableFuture<? extends Fate<?>> stage) {
    assertThat(stage).as(what).isCompleted();
    return stage.join();
  }

  private String says(Fate<?> last) {
    return last instanceof Fate.Accepted<?> accepted ? told.apply(accepted.result()) : NOTHING;
  }

  private static String kind(Fate<?> last, boolean settled) {
    if (last instanceof Fate.NotSent<?>) {
      return "not sent";
    } else if (last instanceof Fate.Accepted<?> accepted) {
      return !settled
          ? "answered"
          : accepted.latency() == null ? "settled: took effect" : "settled by a late answer";
    }
    boolean byRecords =
        ((Fate.Rejected<?>) last).rejection().reason() == Rejection.Reason.NO_EFFECT;
    return byRecords ? "settled: no effect" : settled ? "settled by a late answer" : "refused";
  }
}
