package io.krakenspot.internal.session;

import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.market.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The links to one host: as many as its pairs need, each with no more pairs than a link may carry.
 * A pair stays on its link, so that all its streams share one. A link that was given up is replaced
 * when something is asked for next. Lives on the loop.
 */
final class Shards {
  private final int pairsPerLink;
  private final IntFunction<Feed> newFeed;
  private final List<Feed> feeds = new ArrayList<>();
  private final Map<Pair, Feed> homes = new HashMap<>();
  private int made;
  private @Nullable Rotation rotation;
  private @Nullable String closedBecause;

  /**
   * The links to a host, of which the first exists from the start.
   *
   * @param pairsPerLink how many pairs a link may carry
   * @param newFeed makes the link of a number
   */
  Shards(int pairsPerLink, IntFunction<Feed> newFeed) {
    this.pairsPerLink = pairsPerLink;
    this.newFeed = newFeed;
    feeds.add(make());
  }

  private Feed make() {
    return newFeed.apply(made++);
  }

  /** One whose link stands or may stand, unless all are closed. */
  Feed first() {
    dropGivenUp();
    return feeds.get(0);
  }

  private void dropGivenUp() {
    if (closedBecause != null) {
      return;
    }
    feeds.removeIf(Feed::closed);
    homes.values().removeIf(Feed::closed);
    if (feeds.isEmpty()) {
      feeds.add(make());
    }
  }

  List<Feed> feeds() {
    return List.copyOf(feeds);
  }

  void add(ActiveSubscription<?> subscription) {
    breakOff("a subscription was made meanwhile");
    dropGivenUp();
    if (subscription.pairs().isEmpty()) {
      first().add(subscription, Set.of());
    } else {
      parts(subscription.pairs()).forEach((feed, pairs) -> feed.add(subscription, pairs));
    }
  }

  private Map<Feed, Set<Pair>> parts(Set<Pair> pairs) {
    Map<Feed, Set<Pair>> parts = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      Feed home = homes.computeIfAbsent(pair, this::roomiest);
      parts.computeIfAbsent(home, any -> new LinkedHashSet<>()).add(pair);
    }
    return parts;
  }

  private Feed roomiest(Pair pair) {
    Map<Feed, Integer> load = new HashMap<>();
    homes.values().forEach(feed -> load.merge(feed, 1, Integer::sum));
    for (Feed feed : feeds) {
      if (load.getOrDefault(feed, 0) < pairsPerLink) {
        return feed;
      }
    }
    Feed another = make();
    feeds.add(another);
    if (closedBecause != null) {
      another.close(closedBecause);
    }
    return another;
  }

  void remove(ActiveSubscription<?> subscription) {
    breakOff("a subscription was ended meanwhile");
    feeds.forEach(feed -> feed.remove(subscription));
    subscription.end("unsubscribed");
    homes.entrySet().removeIf(entry -> !entry.getValue().carries(entry.getKey()));
    dropIdle();
  }

  /** The first link stays, the others go when nothing needs them. */
  private void dropIdle() {
    Set<Feed> needed = new HashSet<>(homes.values());
    for (Feed feed : feeds()) {
      if (feed != feeds.get(0) && !needed.contains(feed)) {
        feeds.remove(feed);
        feed.retire("no pair needs this link any more");
      }
    }
  }

  void close(String why) {
    breakOff(why);
    closedBecause = why;
    feeds.forEach(feed -> feed.close(why));
  }

  // --- rotation ---

  /** Replaces each link by a new one that carries the same streams before the old one goes. */
  void rotate(Rotation.Terms terms, CompletableFuture<Void> done) {
    if (closedBecause != null) {
      done.completeExceptionally(new ConnectionFailedException("closed: " + closedBecause, null));
      return;
    }
    breakOff("another rotation was asked for");
    dropGivenUp();
    Map<Feed, Feed> successors = new LinkedHashMap<>();
    feeds.forEach(feed -> successors.put(feed, make()));
    rotation = new Rotation(terms, successors, this::replace, done);
    rotation.start();
  }

  private void replace(Map<Feed, Feed> successors) {
    rotation = null;
    feeds.replaceAll(feed -> successors.getOrDefault(feed, feed));
    homes.replaceAll((pair, feed) -> successors.getOrDefault(feed, feed));
  }

  private void breakOff(String why) {
    Rotation present = rotation;
    rotation = null;
    if (present != null) {
      present.breakOff(why);
    }
  }
}
