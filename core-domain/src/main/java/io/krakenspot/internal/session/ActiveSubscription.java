package io.krakenspot.internal.session;

import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.failure.SubscriptionRefusedException;
import io.krakenspot.market.Pair;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Topic;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call of the user to subscribe. Lives on the loop, except for what {@link Subscription}
 * offers.
 */
final class ActiveSubscription<E> implements Subscription {
  private final Topic topic;
  private final Set<Pair> pairs;
  private final SnapshotChoice snapshot;
  private final Outlet<E> outlet;
  private final boolean keepsEvents;
  private final Consumer<ActiveSubscription<?>> onUnsubscribe;
  private final CompletableFuture<Subscription> accepted = new CompletableFuture<>();
  private final Set<Pair> standing;
  private final Set<Pair> unanswered;
  private final TreeMap<Pair, String> refused = new TreeMap<>();
  private @Nullable ConnectionFailedException noLink;
  private boolean ended;

  ActiveSubscription(
      Topic topic,
      Set<Pair> pairs,
      SnapshotChoice snapshot,
      Outlet<E> outlet,
      boolean keepsEvents,
      Consumer<ActiveSubscription<?>> onUnsubscribe) {
    this.topic = topic;
    this.pairs = Collections.unmodifiableSet(new LinkedHashSet<>(pairs));
    this.standing = new LinkedHashSet<>(pairs);
    this.unanswered = new HashSet<>(pairs);
    this.snapshot = snapshot;
    this.outlet = outlet;
    this.keepsEvents = keepsEvents;
    this.onUnsubscribe = onUnsubscribe;
  }

  Topic wanted() {
    return topic;
  }

  SnapshotChoice snapshot() {
    return snapshot;
  }

  /** Whether events outlive the call that delivers them. */
  boolean keepsEvents() {
    return keepsEvents;
  }

  /** Delivers an event of the type that this subscription's topic carries. */
  @SuppressWarnings("unchecked")
  void deliver(Object event) {
    if (!ended) {
      outlet.event((E) event);
    }
  }

  void tell(Kind kind, @Nullable Pair pair, String detail) {
    if (!ended) {
      outlet.subscription(new SubscriptionEvent(kind, topic.name(), pair, detail));
    }
  }

  /** The exchange accepted it for a pair; told once. */
  void acceptedFor(@Nullable Pair pair) {
    if (accepted.isDone() || (pair != null && !unanswered.remove(pair))) {
      return;
    }
    tell(Kind.ACCEPTED, pair, "");
    completeWhenAnswered();
  }

  void refusedFor(@Nullable Pair pair, String text) {
    if (pair == null) {
      SubscriptionRefusedException refusal = new SubscriptionRefusedException(topic.name(), text);
      outlet.failed(refusal);
      tell(Kind.REFUSED, null, text);
      accepted.completeExceptionally(refusal);
      return;
    }
    unanswered.remove(pair);
    refused.put(pair, text);
    if (refused.keySet().containsAll(standing)) {
      outlet.failed(new SubscriptionRefusedException(topic.name(), refused));
    }
    tell(Kind.REFUSED, pair, text);
    completeWhenAnswered();
  }

  /** No link will come for some of its pairs; the others go on. */
  void giveUp(Set<Pair> gone, String why) {
    if (ended) {
      return;
    }
    ConnectionFailedException failure = new ConnectionFailedException(why, null);
    noLink = failure;
    if (gone.containsAll(standing)) {
      accepted.completeExceptionally(failure);
      outlet.failed(failure);
      end(why);
      return;
    }
    standing.removeAll(gone);
    unanswered.removeAll(gone);
    if (refused.keySet().containsAll(standing)) {
      outlet.failed(failure);
    }
    gone.forEach(pair -> tell(Kind.ENDED, pair, why));
    completeWhenAnswered();
  }

  void end(String why) {
    outlet.ended();
    for (Pair pair : standing) {
      tell(Kind.ENDED, pair, why);
    }
    if (pairs.isEmpty()) {
      tell(Kind.ENDED, null, why);
    }
    ended = true;
    accepted.cancel(false);
  }

  private void completeWhenAnswered() {
    if (!unanswered.isEmpty()) {
      return;
    }
    if (noLink != null) {
      accepted.completeExceptionally(noLink);
    } else if (refused.isEmpty()) {
      accepted.complete(this);
    } else {
      accepted.completeExceptionally(new SubscriptionRefusedException(topic.name(), refused));
    }
  }

  @Override
  public String topic() {
    return topic.name();
  }

  @Override
  public Set<Pair> pairs() {
    return pairs;
  }

  @Override
  public CompletionStage<Subscription> accepted() {
    return accepted.minimalCompletionStage();
  }

  @Override
  public void unsubscribe() {
    onUnsubscribe.accept(this);
  }
}
