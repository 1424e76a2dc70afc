package io.krakenspot.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks a command to stop when the JVM is told to end, for example by Ctrl-C, and gives it a moment
 * to finish.
 *
 * <pre>{@code
 * try (var onInterrupt = new OnInterrupt(this::stop)) { ... }
 * }</pre>
 */
final class OnInterrupt implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  OnInterrupt(Runnable stop) {
    hook = new Thread(() -> stopAndWait(stop), "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
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

  private void stopAndWait(Runnable stop) {
    stop.run();
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
