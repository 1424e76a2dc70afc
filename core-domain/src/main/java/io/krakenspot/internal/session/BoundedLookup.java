package io.krakenspot.internal.session;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import io.krakenspot.port.Loop;
import io.krakenspot.port.OrderLookup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks for orders; a source of the user's own may throw or never answer, which is a failure. */
final class BoundedLookup implements OrderLookup {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Loop loop;
  private final OrderLookup lookup;

  BoundedLookup(Loop loop, OrderLookup lookup) {
    this.loop = loop;
    this.lookup = lookup;
  }

  @Override
  public CompletionStage<List<Order>> find(OrderKey key) {
    CompletableFuture<List<Order>> answer = new CompletableFuture<>();
    Loop.Timer deadline =
        loop.schedule(
            DEADLINE,
            () ->
                answer.completeExceptionally(
                    new ConnectionFailedException("no record of " + key + " came in time", null)));
    var unused = asked(key).whenComplete((found, failure) -> complete(answer, found, failure));
    return answer.whenComplete((found, failure) -> loop.execute(deadline::cancel));
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
