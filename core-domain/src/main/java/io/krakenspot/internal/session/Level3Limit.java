package io.krakenspot.internal.session;

import io.krakenspot.market.Pair;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many pairs' individual orders one connection may carry, which a client has one of. Safe for
 * any thread.
 */
final class Level3Limit {
  private static final int MOST_PAIRS = 200;

  private final Map<ActiveSubscription<?>, Set<Pair>> taken = new HashMap<>();

  synchronized void take(ActiveSubscription<?> subscription) {
    Set<Pair> all = new HashSet<>(subscription.pairs());
    taken.values().forEach(all::addAll);
    if (all.size() > MOST_PAIRS) {
      throw new IllegalArgumentException(
          "Kraken serves level3 of at most "
              + MOST_PAIRS
              + " pairs on a connection, and these would make it "
              + all.size()
              + "; use another client for the rest");
    }
    taken.put(subscription, subscription.pairs());
  }

  synchronized void giveBack(ActiveSubscription<?> subscription) {
    taken.remove(subscription);
  }
}
