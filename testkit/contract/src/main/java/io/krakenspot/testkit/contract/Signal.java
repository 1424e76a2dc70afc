package io.krakenspot.testkit.contract;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets one thread wait for what others do. Safe for any thread. */
final class Signal {
  private static final long PATIENCE_SECONDS = 15;
  private static final long LOOK_AGAIN_MILLIS = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition raised = lock.newCondition();

  /** Something has happened. */
  void raise() {
    lock.lock();
    try {
      raised.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until something holds; looks whenever the signal is raised, and now and then, because not
   * everything that matters raises it.
   */
  void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("not within " + PATIENCE_SECONDS + " s: " + what);
        }
        boolean unused = raised.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting: " + what, e);
    } finally {
      lock.unlock();
    }
  }
}
