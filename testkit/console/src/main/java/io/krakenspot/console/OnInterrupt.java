package io.krakenspot.console;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.ExitCode;

/**
 * Ends a command when the JVM is told to end, for example by Ctrl-C, and gives it a moment to
 * finish.
 *
 * <pre>{@code
 * try (var interrupt = new OnInterrupt()) {
 *   interrupt.await();
 * }
 * }</pre>
 */
final class OnInterrupt implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private final Thread hook = new Thread(this::stopAndWait, "interrupted");

  OnInterrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Completes with exit status 0 on an interrupt; the command may complete it itself. */
  CompletableFuture<Integer> end() {
    return end;
  }

  /** Waits for the end, or for the thread to be interrupted. */
  void await() {
    try {
      end.get();
    } catch (InterruptedException e) {
      end.complete(ExitCode.OK);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** The command has finished. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is ending: the hook is at work
    }
  }

  private void stopAndWait() {
    end.complete(ExitCode.OK);
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
