package io.krakenspot.internal.session;

import io.krakenspot.client.Listener;
import io.krakenspot.client.StreamEvent;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.failure.KrakenException;
import org.jspecify.annotations.Nullable;

/** Calls a listener with all that comes. */
record ListenerReader<E>(Listener<? super E> listener, Wish<E> wish) implements Reader<E> {
  @Override
  public boolean ready(EventQueue<E> queue) {
    return !queue.isEmpty();
  }

  @Override
  public @Nullable Call next(EventQueue<E> queue) {
    StreamEvent<E> next = queue.poll();
    if (next instanceof StreamEvent.Data<E> data) {
      E event = data.event();
      return new Call(wish.pairOf().of(event), () -> listener.on(event));
    } else if (next instanceof StreamEvent.Notice<E> notice) {
      SubscriptionEvent event = notice.event();
      return new Call(event.pair(), () -> listener.onSubscription(event));
    }
    return null;
  }

  @Override
  public boolean ended(@Nullable KrakenException failure) {
    return true;
  }

  @Override
  public void threw() {}
}
