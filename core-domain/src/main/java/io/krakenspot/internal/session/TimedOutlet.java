package io.krakenspot.internal.session;

import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Loop;
import org.jspecify.annotations.Nullable;

/** Calls a listener on the loop and names it if it blocks the loop for too long. */
final class TimedOutlet<E> implements Outlet<E> {
  private final Outlet<E> listener;
  private final Wish<E> wish;
  private final Loop loop;
  private final SlowCalls slow;

  TimedOutlet(Outlet<E> listener, Wish<E> wish, Loop loop, SlowCalls slow) {
    this.listener = listener;
    this.wish = wish;
    this.loop = loop;
    this.slow = slow;
  }

  @Override
  public void event(E event) {
    long since = loop.nanoTime();
    listener.event(event);
    if (slow.tooLong(since)) {
      took(wish.pairOf().of(event), since);
    }
  }

  @Override
  public void subscription(SubscriptionEvent event) {
    long since = loop.nanoTime();
    listener.subscription(event);
    if (slow.tooLong(since)) {
      took(event.pair(), since);
    }
  }

  private void took(@Nullable Pair pair, long since) {
    slow.tell(pair, SlowCalls.Phase.DONE, loop.nanoTime() - since);
  }
}
