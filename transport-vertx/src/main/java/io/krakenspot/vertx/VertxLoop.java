package io.krakenspot.vertx;

import io.krakenspot.port.Loop;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;

/**
 * A loop on one event-loop thread of Vert.x. What a task throws goes to {@link
 * Vertx#exceptionHandler}. After the transport is closed no timer runs any more.
 */
final class VertxLoop implements Loop {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Vertx vertx;
  private final Context context;
  private final Timers timers;

  VertxLoop(Vertx vertx, Timers timers) {
    this.vertx = vertx;
    this.timers = timers;
    this.context = newContext(vertx);
  }

  /** A thread that Vert.x does not know gets a context of its own, on the next event loop. */
  private static Context newContext(Vertx vertx) {
    CompletableFuture<Context> context = new CompletableFuture<>();
    Thread stranger = new Thread(() -> context.complete(vertx.getOrCreateContext()), "new-loop");
    stranger.setDaemon(true);
    stranger.start();
    return context.join();
  }

  @Override
  public void execute(Runnable task) {
    try {
      context.runOnContext(none -> task.run());
    } catch (RejectedExecutionException e) {
      timers.close(); // Vert.x was closed: there is no thread left to run anything
    }
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    Waiting timer = new Waiting(task);
    long nanos = delay.toNanos();
    if (nanos < NANOS_PER_MILLI) {
      execute(timer::run);
    } else if (!timers.closed()) {
      timer.start((nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    }
    return timer;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  /** Timers fire on the context of whoever set them, hence the hop to ours. */
  private final class Waiting implements Timer {
    private final Runnable task;
    private volatile boolean off;
    private volatile long id = -1;

    Waiting(Runnable task) {
      this.task = task;
    }

    void start(long millis) {
      timers.add(this);
      try {
        id = vertx.setTimer(millis, fired -> execute(this::run));
      } catch (RejectedExecutionException e) {
        timers.remove(this);
      }
    }

    void run() {
      timers.remove(this);
      if (!off) {
        task.run();
      }
    }

    @Override
    public void cancel() {
      off = true;
      if (timers.remove(this)) {
        vertx.cancelTimer(id);
      }
    }
  }
}
