package io.krakenspot.internal.session;

import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.failure.KrakenException;

/**
 * Brings the events of one subscription to its listener. Called on the loop.
 *
 * @param <E> what the stream carries
 */
interface Outlet<E> {
  void event(E event);

  void subscription(SubscriptionEvent event);

  /** No pair of it is live, nor will be. The notices that say so follow. */
  default void failed(KrakenException failure) {}

  /** It is over. The notices that say so follow. */
  default void ended() {}

  /** Calls the listener on the loop. */
  static <E> Outlet<E> direct(Listener<? super E> listener, ListenerFailures failures) {
    return new Outlet<>() {
      @Override
      public void event(E event) {
        try {
          listener.on(event);
        } catch (Throwable failure) {
          failures.report(failure);
        }
      }

      @Override
      public void subscription(SubscriptionEvent event) {
        try {
          listener.onSubscription(event);
        } catch (Throwable failure) {
          failures.report(failure);
        }
      }
    };
  }

  /** Where the failures of listeners go. */
  interface ListenerFailures {
    void report(Throwable failure);
  }
}
