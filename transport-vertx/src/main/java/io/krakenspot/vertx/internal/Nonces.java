package io.krakenspot.vertx.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The nonces of one API key, for the whole process: each is larger than all before it, whatever the
 * clock does. They are milliseconds like those of most programs: Kraken remembers the largest for
 * ever, so a finer unit would lock every other program out of the key. Safe for threads.
 */
final class Nonces {
  private static final Map<String, Nonces> BY_KEY = new ConcurrentHashMap<>();

  private long last;
  private CompletionStage<?> turn = CompletableFuture.completedFuture(null);

  static Nonces of(String key) {
    return BY_KEY.computeIfAbsent(key, unused -> new Nonces());
  }

  synchronized long next(Instant now) {
    last = Math.max(last + 1, now.toEpochMilli());
    return last;
  }

  /** Leaves nonces out, for somebody else has used larger ones. */
  synchronized void skip(Duration ahead) {
    last += ahead.toMillis();
  }

  /** Runs one call after the other: one that is overtaken on its way has a nonce too small. */
  <T> CompletionStage<T> inTurn(Supplier<CompletionStage<T>> call) {
    CompletableFuture<Object> ended = new CompletableFuture<>();
    CompletionStage<?> before;
    synchronized (this) {
      before = turn;
      turn = ended;
    }
    return before
        .thenCompose(none -> call.get())
        .whenComplete((value, failure) -> ended.complete(true));
  }
}
