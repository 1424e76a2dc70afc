package io.krakenspot.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How calls of one kind of private REST go: they are answered at once, unless they are made to fail
 * or to hang. Not safe for more than one thread.
 */
public final class CallSwitch {
  private final List<Runnable> hanging = new ArrayList<>();
  private @Nullable RuntimeException failure;
  private boolean hangs;
  private int calls;

  CallSwitch() {}

  /**
   * Fails every call from now on.
   *
   * @param cause for example a {@link io.krakenspot.failure.TokenRefusedException}
   */
  public void fail(RuntimeException cause) {
    failure = cause;
  }

  /** Answers no call from now on. */
  public void hang() {
    hangs = true;
  }

  /** Answers again, first those calls that hang. */
  public void work() {
    failure = null;
    hangs = false;
    List<Runnable> late = List.copyOf(hanging);
    hanging.clear();
    late.forEach(Runnable::run);
  }

  /**
   * How many calls there were.
   *
   * @return zero or more
   */
  public int calls() {
    return calls;
  }

  <T> CompletionStage<T> call(Supplier<T> answer) {
    calls++;
    CompletableFuture<T> stage = new CompletableFuture<>();
    if (hangs) {
      hanging.add(() -> answer(stage, answer));
    } else {
      answer(stage, answer);
    }
    return stage;
  }

  private <T> void answer(CompletableFuture<T> stage, Supplier<T> answer) {
    RuntimeException cause = failure;
    if (cause != null) {
      stage.completeExceptionally(cause);
      return;
    }
    try {
      stage.complete(answer.get());
    } catch (RuntimeException refused) {
      stage.completeExceptionally(refused);
    }
  }
}
