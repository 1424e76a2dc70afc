package io.krakenspot.console;

import io.krakenspot.console.internal.event.EventFormat;
import io.krakenspot.console.internal.event.Outcome;
import io.krakenspot.order.Cancelled;
import io.krakenspot.order.Fate;
import io.krakenspot.order.OrderKey;
import io.krakenspot.port.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Prints fates as they come, unknown ones again when they are settled. */
final class Fates {
  static final int ACCEPTED = 0;
  static final int REJECTED = 1;
  static final int NOT_SENT = 3;
  static final int UNKNOWN = 4;

  private final EventFormat format;
  private final Lines lines;
  private final List<CompletableFuture<Integer>> statuses = new ArrayList<>();

  Fates(EventFormat format, Lines lines) {
    this.format = format;
    this.lines = lines;
  }

  /** Expects one more fate. */
  <R> void add(Command.Kind command, @Nullable OrderKey order, CompletionStage<Fate<R>> fate) {
    statuses.add(
        fate.thenCompose(first -> tell(command, order, first, false)).toCompletableFuture());
  }

  private <R> CompletionStage<Integer> tell(
      Command.Kind command, @Nullable OrderKey order, Fate<R> fate, boolean settled) {
    lines.print(format.fate(new Outcome(command, order, fate, settled)));
    if (fate instanceof Fate.Unknown<R> unknown && !settled) {
      return unknown.settled().thenCompose(later -> tell(command, order, later, true));
    }
    return CompletableFuture.completedFuture(status(fate));
  }

  private static int status(Fate<?> fate) {
    if (fate instanceof Fate.Accepted<?> accepted) {
      boolean refused =
          accepted.result() instanceof Cancelled cancelled && !cancelled.refused().isEmpty();
      return refused ? REJECTED : ACCEPTED;
    } else if (fate instanceof Fate.Rejected<?>) {
      return REJECTED;
    }
    return fate instanceof Fate.NotSent<?> ? NOT_SENT : UNKNOWN;
  }

  /** Waits until every fate is known, an end from outside, or for so long; the worst status. */
  int await(CompletableFuture<?> end, Duration longest) {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(statuses.toArray(CompletableFuture[]::new));
    try {
      CompletableFuture.anyOf(all, end).get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // those that are not known by now count as unknown
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return statuses.stream().mapToInt(status -> status.getNow(UNKNOWN)).max().orElse(ACCEPTED);
  }
}
