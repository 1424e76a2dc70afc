package io.krakenspot.testkit.exchange.internal.session;

import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The subscriptions of one connection, in the order they were made. */
public final class Subscriptions {
  private final Map<MarketPair, Set<Subscription>> byPair = new LinkedHashMap<>();

  /**
   * Adds one.
   *
   * @param subscription a new one
   * @return false if it was there already
   */
  public boolean add(Subscription subscription) {
    return byPair
        .computeIfAbsent(subscription.pair(), none -> new LinkedHashSet<>())
        .add(subscription);
  }

  /**
   * Ends one.
   *
   * @param subscription which
   * @return false if it was not there
   */
  public boolean remove(Subscription subscription) {
    Set<Subscription> ofPair = byPair.getOrDefault(subscription.pair(), new LinkedHashSet<>());
    boolean removed = ofPair.remove(subscription);
    if (ofPair.isEmpty()) {
      byPair.remove(subscription.pair());
    }
    return removed;
  }

  /**
   * The subscriptions of a pair.
   *
   * @param pair the pair
   * @return a copy
   */
  public List<Subscription> of(MarketPair pair) {
    return List.copyOf(byPair.getOrDefault(pair, Set.of()));
  }

  /**
   * A subscription of a channel, whatever its parameter.
   *
   * @param channel the channel
   * @param pair the pair
   * @return the first one
   */
  public Optional<Subscription> find(Channel channel, MarketPair pair) {
    return of(pair).stream().filter(one -> one.channel() == channel).findFirst();
  }

  /**
   * Every pair with a subscription.
   *
   * @return a copy
   */
  public List<MarketPair> pairs() {
    return List.copyOf(byPair.keySet());
  }

  /**
   * Whether nothing is subscribed.
   *
   * @return true if so
   */
  public boolean isEmpty() {
    return byPair.isEmpty();
  }
}
