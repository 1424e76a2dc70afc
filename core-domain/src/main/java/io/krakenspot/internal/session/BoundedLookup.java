package io.krakenspot.internal.session;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import io.krakenspot.port.Loop;
import io.krakenspot.port.OrderLookup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Asks for orders, a few at a time, since REST calls are counted. A source of the user's own may
 * throw or never answer, which is a failure. Lives on the loop.
 */
final class BoundedLookup implements OrderLookup {
  private static final int MOST_UNDER_WAY = 2;
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Loop loop;
  private final OrderLookup lookup;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int underWay;

  BoundedLookup(Loop loop, OrderLookup lookup) {
    this.loop = loop;
    this.lookup = lookup;
  }

  @Override
  public CompletionStage<List<Order>> find(OrderKey key) {
    CompletableFuture<List<Order>> answer = new CompletableFuture<>();
    waiting.add(() -> ask(key, answer));
    next();
    return answer;
  }

  private void next() {
    while (underWay < MOST_UNDER_WAY && !waiting.isEmpty()) {
      underWay++;
      waiting.remove().run();
    }
  }

  private void ask(OrderKey key, CompletableFuture<List<Order>> answer) {
    Loop.Timer deadline =
        loop.schedule(
            DEADLINE,
            () ->
                answer.completeExceptionally(
                    new ConnectionFailedException("no record of " + key + " came in time", null)));
    var unused = asked(key).whenComplete((found, failure) -> complete(answer, found, failure));
    var unusedToo =
        answer.whenComplete(
            (found, failure) ->
                loop.execute(
                    () -> {
                      deadline.cancel();
                      underWay--;
                      next();
                    }));
  }

  private CompletionStage<List<Order>> asked(OrderKey key) {
    try {
      return lookup.find(key);
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static void complete(
      CompletableFuture<List<Order>> answer, List<Order> found, Throwable failure) {
    if (failure == null) {
      answer.complete(found);
    } else {
      answer.completeExceptionally(failure);
    }
  }
}
