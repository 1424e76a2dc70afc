package io.krakenspot.testkit.exchange.internal.server;

import io.krakenspot.port.Loop;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;

/** A loop on one Vert.x context. Once Vert.x is closed, whatever is asked of it is forgotten. */
public final class ContextLoop implements Loop {
  private final Vertx vertx;
  private final Context context;

  /**
   * Makes a loop.
   *
   * @param vertx with a single event loop
   */
  public ContextLoop(Vertx vertx) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
  }

  @Override
  public void execute(Runnable task) {
    try {
      context.runOnContext(nothing -> task.run());
    } catch (RejectedExecutionException e) {
      // closed: nobody is left to do it for
    }
  }

  /** To the millisecond, and never at once. */
  @Override
  public Timer schedule(Duration delay, Runnable task) {
    try {
      long id = vertx.setTimer(Math.max(1, delay.toMillis()), fired -> task.run());
      return () -> vertx.cancelTimer(id);
    } catch (RejectedExecutionException e) {
      return () -> {};
    }
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }
}
