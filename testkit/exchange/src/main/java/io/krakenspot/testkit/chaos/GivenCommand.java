package io.krakenspot.testkit.chaos;

import io.krakenspot.order.Fate;
import io.krakenspot.order.Rejection;
import io.krakenspot.testkit.exchange.AccountAudit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** A command that was given, and how the ledger tells whether it took effect. */
final class GivenCommand {
  private final String what;
  private final CompletableFuture<? extends Fate<?>> fate;
  private final Predicate<AccountAudit> tookEffect;

  GivenCommand(
      String what, CompletionStage<? extends Fate<?>> fate, Predicate<AccountAudit> tookEffect) {
    this.what = what;
    this.fate = fate.toCompletableFuture();
    this.tookEffect = tookEffect;
  }

  /** The fate in the end; empty as long as there is none. */
  private Optional<Fate<?>> last() {
    if (!fate.isDone()) {
      return Optional.empty();
    }
    Fate<?> first = fate.join();
    if (first instanceof Fate.Unknown<?> unknown) {
      CompletableFuture<? extends Fate<?>> settled = unknown.settled().toCompletableFuture();
      return settled.isDone() ? Optional.of(settled.join()) : Optional.empty();
    }
    return Optional.of(first);
  }

  boolean ended() {
    return last().isPresent();
  }

  boolean accepted() {
    return last().filter(Fate.Accepted.class::isInstance).isPresent();
  }

  /** Whether it is certain that it had no effect. */
  boolean failed() {
    return ended() && !accepted();
  }

  /** How it ended, in a word. */
  String ending() {
    Fate<?> end = last().orElseThrow();
    String late = fate.join() instanceof Fate.Unknown<?> ? "unknown, then " : "";
    if (end instanceof Fate.Accepted<?>) {
      return late + "accepted";
    } else if (end instanceof Fate.NotSent<?>) {
      return "not sent";
    } else if (end instanceof Fate.Rejected<?> rejected) {
      boolean noEffect = rejected.rejection().reason() == Rejection.Reason.NO_EFFECT;
      return late + (noEffect ? "no effect" : "rejected");
    }
    return "undecided";
  }

  /** I8: the fate is what the ledger says; empty if it is. */
  Optional<String> wrong(AccountAudit ledger) {
    Optional<Fate<?>> end = last();
    if (end.isEmpty()) {
      return Optional.of("I8: " + what + " has no fate");
    }
    if (end.get() instanceof Fate.Unknown<?>) {
      return Optional.of("I8: nothing decides " + what + ": " + end.get());
    }
    boolean truth = tookEffect.test(ledger);
    return truth == accepted()
        ? Optional.empty()
        : Optional.of(
            ("I8: " + what + " ended as " + end.get() + ", but by the ledger it ")
                + (truth ? "took effect" : "had no effect"));
  }

  /** What the user was told. */
  String told() {
    return fate.isDone() ? what + ": " + fate.join() + ", " + last() : what;
  }
}
