package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.Latency;
import io.krakenspot.port.Command;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.port.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One command on its way to its fate. Lives on the loop, except for the stage that the user holds.
 *
 * @param <R> what an accepted command results in
 */
final class PendingCommand<R> {
  /** How far a command has come. */
  enum State {
    /** Not sent. */
    WAITING,
    /** Sent, not answered. */
    SENT,
    /** Sent, and nobody can say what became of it. */
    UNKNOWN,
    /** Its fate is decided. */
    DECIDED
  }

  private final Command command;
  private final Reading<R> reading;
  private final Evidence<R> evidence;
  private final CompletableFuture<Fate<R>> fate = new CompletableFuture<>();
  private final CompletableFuture<Fate<R>> settled = new CompletableFuture<>();
  private final List<CommandAnswer> answers = new ArrayList<>();
  private State state = State.WAITING;
  private long sentNanos;
  private boolean linkLost;
  private long linkLostNanos;
  private int answersExpected = 1;
  private @Nullable Fate<R> seen;
  private Loop.@Nullable Timer deadline;
  private Loop.@Nullable Timer settling;

  /**
   * A command that has not been sent.
   *
   * @param command what to ask for
   * @param reading what its answers mean
   * @param evidence what the account's records say of it
   */
  PendingCommand(Command command, Reading<R> reading, Evidence<R> evidence) {
    this.command = command;
    this.reading = reading;
    this.evidence = evidence;
  }

  Command command() {
    return command;
  }

  Evidence<R> evidence() {
    return evidence;
  }

  CompletableFuture<Fate<R>> fate() {
    return fate;
  }

  State state() {
    return state;
  }

  long sentNanos() {
    return sentNanos;
  }

  /** Whether the link that it was sent on is gone. */
  boolean linkLost() {
    return linkLost;
  }

  long linkLostNanos() {
    return linkLostNanos;
  }

  void linkLost(long nowNanos) {
    if (!linkLost) {
      linkLost = true;
      linkLostNanos = nowNanos;
    }
  }

  void deadline(Loop.Timer timer) {
    deadline = timer;
  }

  void settling(Loop.Timer timer) {
    cancel(settling);
    settling = timer;
  }

  void sent(long nowNanos, int answers) {
    state = State.SENT;
    sentNanos = nowNanos;
    answersExpected = answers;
  }

  /** Whether an answer tells its fate, or its part of it. */
  boolean isToldBy(CommandAnswer answer) {
    return reading.isToldBy(answer);
  }

  /** Takes an answer; whether all that are expected have come. */
  boolean answered(CommandAnswer answer) {
    answers.add(answer);
    return answers.size() >= answersExpected;
  }

  /** Whether an answer may be the one to it: what took effect is not refused. */
  boolean mayBeAnsweredBy(CommandAnswer answer) {
    return answer.success() || !(settled.getNow(null) instanceof Fate.Accepted);
  }

  /** Whether an answer says that it took effect, when its fate was already that it did not. */
  boolean deniedBy(CommandAnswer answer) {
    return answer.success() && settled.getNow(null) instanceof Fate.Rejected;
  }

  boolean hasAnswer() {
    return !answers.isEmpty();
  }

  /** Its answers have decided. */
  void decideByAnswers(Latency latency) {
    decide(reading.read(answers, latency));
  }

  void decide(Fate<R> decided) {
    state = State.DECIDED;
    cancel(deadline);
    cancel(settling);
    fate.complete(decided);
    settled.complete(decided);
  }

  /** Looks whether the records show its effect, which later ones may show no longer. */
  void witness(OrderRecords records) {
    if (seen == null) {
      seen = evidence.judge(records, Evidence.Knowledge.PARTIAL);
    }
  }

  /** No answer came: nobody can say what became of it for now, unless its effect was seen. */
  void unknown(String why) {
    Fate<R> effect = seen;
    if (effect != null) {
      decide(effect);
      return;
    }
    state = State.UNKNOWN;
    cancel(deadline);
    fate.complete(new Fate.Unknown<>(why, settled.minimalCompletionStage()));
  }

  /** Nobody will ever be able to say, as far as this client can find out; the user is advised. */
  void undecidable(String why) {
    decide(Undecidable.of(why + "; " + evidence.advice()));
  }

  void notSent(Fate.NotSent.Reason reason, String why) {
    decide(new Fate.NotSent<>(reason, why));
  }

  private static void cancel(Loop.@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
  }
}
