package io.krakenspot.testkit.exchange.internal.session;

import io.krakenspot.testkit.exchange.RestFault;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What REST does wrong. Safe for any thread. */
public final class RestFaults {
  private final Queue<RestFault> next = new ConcurrentLinkedQueue<>();

  RestFaults() {}

  /**
   * Fails the next calls, public and private alike.
   *
   * @param fault how
   * @param count how many
   */
  public void fail(RestFault fault, int count) {
    for (int call = 0; call < count; call++) {
      next.add(fault);
    }
  }

  /**
   * Asks, once for each call, what it brings instead of its answer.
   *
   * @return null for the answer
   */
  public @Nullable RestFault take() {
    return next.poll();
  }
}
