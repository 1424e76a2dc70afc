package io.krakenspot.client;

/**
 * One element of a published stream, see {@link MarketData#publish}: an event, or what happened to
 * the subscription, in order.
 *
 * @param <E> what the stream carries, for example {@link io.krakenspot.market.Trade}
 */
public sealed interface StreamEvent<E> {
  /**
   * An event of the stream.
   *
   * @param event the event
   * @param <E> what the stream carries
   */
  record Data<E>(E event) implements StreamEvent<E> {}

  /**
   * Something happened to the subscription: accepted, interrupted, restored, a gap.
   *
   * @param event what happened, to which pair
   * @param <E> what the stream carries
   */
  record Notice<E>(SubscriptionEvent event) implements StreamEvent<E> {}
}
