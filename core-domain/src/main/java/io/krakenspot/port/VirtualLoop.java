package io.krakenspot.port;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * A loop whose time moves only when told to: for tests and for replaying recorded frames.
 * Deterministic; not safe for more than one thread.
 *
 * <pre>{@code
 * var loop = new VirtualLoop();
 * loop.schedule(Duration.ofSeconds(5), task);
 * loop.advance(Duration.ofSeconds(5)); // runs the task
 * }</pre>
 */
public final class VirtualLoop implements Loop {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Queue<Runnable> ready = new ArrayDeque<>();
  private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
  private long nanos;
  private long scheduled;

  /** Makes a loop at time zero, 2026-01-01T00:00:00Z by the wall clock. */
  public VirtualLoop() {}

  @Override
  public void execute(Runnable task) {
    ready.add(task);
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    Waiting entry = new Waiting(nanos + Math.max(0, delay.toNanos()), scheduled++, task);
    waiting.add(entry);
    return () -> waiting.remove(entry);
  }

  @Override
  public long nanoTime() {
    return nanos;
  }

  @Override
  public Instant now() {
    return START.plusNanos(nanos);
  }

  /** Runs what is ready, and all that becomes ready by it, without moving time. */
  public void run() {
    advance(Duration.ZERO);
  }

  /**
   * Moves time forward, running each task at its moment.
   *
   * @param duration how far
   */
  public void advance(Duration duration) {
    long end = nanos + duration.toNanos();
    runReady();
    for (Waiting next = waiting.peek(); next != null && next.at <= end; next = waiting.peek()) {
      waiting.poll();
      nanos = next.at;
      next.task.run();
      runReady();
    }
    nanos = end;
  }

  /**
   * How many tasks wait for their time: zero after everything was closed.
   *
   * @return the number of timers
   */
  public int timers() {
    return waiting.size();
  }

  private void runReady() {
    for (Runnable task = ready.poll(); task != null; task = ready.poll()) {
      task.run();
    }
  }

  private record Waiting(long at, long order, Runnable task) implements Comparable<Waiting> {
    @Override
    public int compareTo(Waiting other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
