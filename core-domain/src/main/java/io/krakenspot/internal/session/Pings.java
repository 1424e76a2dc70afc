package io.krakenspot.internal.session;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.port.Loop;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The user's pings that wait for their pong. */
final class Pings {
  private final Loop loop;
  private final Duration deadline;
  private final Map<Long, Waiting> waiting = new HashMap<>();

  Pings(Loop loop, Duration deadline) {
    this.loop = loop;
    this.deadline = deadline;
  }

  void sent(long id, CompletableFuture<Long> answer) {
    Loop.Timer timer = loop.schedule(deadline, () -> fail(id, "no pong within " + deadline));
    waiting.put(id, new Waiting(loop.nanoTime(), answer, timer));
  }

  void pong(long id) {
    Waiting ping = waiting.remove(id);
    if (ping != null) {
      ping.timer.cancel();
      ping.answer.complete(loop.nanoTime() - ping.sentNanos);
    }
  }

  void linkLost() {
    List.copyOf(waiting.keySet()).forEach(id -> fail(id, "the link was lost"));
  }

  private void fail(long id, String why) {
    Waiting ping = waiting.remove(id);
    if (ping != null) {
      ping.timer.cancel();
      ping.answer.completeExceptionally(new ConnectionFailedException(why, null));
    }
  }

  private record Waiting(long sentNanos, CompletableFuture<Long> answer, Loop.Timer timer) {}
}
