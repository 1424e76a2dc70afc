package io.krakenspot.client;

/**
 * Hears the events of a subscription, in order, one at a time.
 *
 * @param <E> what the stream carries, for example {@link io.krakenspot.market.Trade}
 */
@FunctionalInterface
public interface Listener<E> {
  /**
   * An event arrived.
   *
   * @param event the event; a {@link io.krakenspot.market.Book} on the loop is a live view that is
   *     valid during the call
   */
  void on(E event);

  /**
   * Something happened to the subscription itself: accepted, refused, interrupted, restored.
   *
   * @param event what happened, to which pair
   */
  default void onSubscription(SubscriptionEvent event) {}
}
