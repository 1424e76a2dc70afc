package io.krakenspot.internal.session;

import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.internal.book.BookKeeper;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Loop;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One wire subscription: a topic and, unless the topic has none, a pair. It outlives links; its
 * state says how far it has come on the present one.
 */
final class Stream {
  /** How far a stream has come on the present link. */
  enum State {
    /** To be asked for. */
    WANTED,
    /** Asked for, not answered. */
    REQUESTED,
    /** Answered. */
    ACCEPTED
  }

  private final Topic topic;
  private final @Nullable Pair pair;
  private final SnapshotChoice snapshot;
  private final Kind restored;
  private final List<ActiveSubscription<?>> subscribers = new ArrayList<>();
  private final LastSeen lastSeen = new LastSeen();
  private final @Nullable BookKeeper book;
  private final ResyncPace pace = new ResyncPace();
  private final AskPace askPace = new AskPace();
  private State state = State.WANTED;
  private boolean interrupted;
  private final Set<Class<? extends Topic>> stillInterrupted = new HashSet<>();
  private Loop.@Nullable Timer timer;
  private boolean resyncDue;

  /**
   * A stream to be asked for.
   *
   * @param refilled whether the exchange sends what a new link missed
   */
  Stream(Topic topic, @Nullable Pair pair, SnapshotChoice snapshot, boolean refilled) {
    this.topic = topic;
    this.pair = pair;
    this.snapshot = snapshot;
    this.restored = refilled ? Kind.RESTORED_WITHOUT_LOSS : Kind.RESTORED_WITH_LOSS;
    this.book =
        topic instanceof Topic.BookTopic wanted && pair != null
            ? new BookKeeper(pair, wanted.depth())
            : null;
  }

  Topic topic() {
    return topic;
  }

  @Nullable Pair pair() {
    return pair;
  }

  SnapshotChoice snapshot() {
    return snapshot;
  }

  State state() {
    return state;
  }

  void state(State newState) {
    state = newState;
  }

  @Nullable BookKeeper book() {
    return book;
  }

  ResyncPace pace() {
    return pace;
  }

  AskPace askPace() {
    return askPace;
  }

  List<ActiveSubscription<?>> subscribers() {
    return subscribers;
  }

  void join(ActiveSubscription<?> subscription) {
    subscribers.add(subscription);
    if (state == State.ACCEPTED) {
      subscription.acceptedFor(pair);
      lastSeen.replay(subscription);
      if (book != null && book.state() == BookState.LIVE) {
        deliverBook(book, List.of(subscription));
      }
    }
  }

  /** The exchange accepted it on this link. */
  void accepted() {
    state = State.ACCEPTED;
    askPace.accepted();
    boolean back = interrupted && !restoredBySnapshot();
    for (ActiveSubscription<?> subscription : List.copyOf(subscribers)) {
      if (back) {
        subscription.tell(restored, pair, "");
      }
      subscription.acceptedFor(pair);
    }
    interrupted &= restoredBySnapshot();
  }

  /** Whether the snapshot decides if anything was lost. */
  private boolean restoredBySnapshot() {
    return topic instanceof Topic.AccountTopic;
  }

  /** The snapshot after an interruption has come, for those who want this topic of the stream. */
  void restored(Class<? extends Topic> carrying, Kind kind, String detail) {
    if (!interrupted) {
      return;
    }
    for (ActiveSubscription<?> subscription : List.copyOf(subscribers)) {
      if (carrying.isInstance(subscription.wanted())) {
        subscription.tell(kind, null, detail);
      }
    }
    stillInterrupted.remove(carrying);
    interrupted = !stillInterrupted.isEmpty();
  }

  /** What it carries has a hole that its next snapshot will fill. */
  void holed(String why) {
    tell(Kind.GAP, why);
    interrupt();
  }

  private void interrupt() {
    interrupted = true;
    for (ActiveSubscription<?> subscription : subscribers) {
      stillInterrupted.add(subscription.wanted().getClass());
    }
  }

  void linkLost(String why) {
    cancelTimer();
    askPace.newLink();
    if (state == State.ACCEPTED) {
      interrupt();
      tell(Kind.INTERRUPTED, why);
    }
    state = State.WANTED;
    if (book != null) {
      book.withhold(BookState.STALE);
    }
  }

  void closed() {
    cancelTimer();
    if (book != null) {
      book.withhold(BookState.CLOSED);
    }
  }

  void tell(Kind kind, String detail) {
    for (ActiveSubscription<?> subscription : List.copyOf(subscribers)) {
      subscription.tell(kind, pair, detail);
    }
  }

  /** Delivers an event to those subscribers whose topic carries it. */
  void deliver(Class<? extends Topic> carrying, Object event) {
    lastSeen.remember(carrying, event);
    for (int i = 0; i < subscribers.size(); i++) {
      ActiveSubscription<?> subscription = subscribers.get(i);
      if (carrying.isInstance(subscription.wanted())) {
        subscription.deliver(event);
      }
    }
  }

  void deliverBook(BookKeeper keeper) {
    deliverBook(keeper, subscribers);
  }

  private static void deliverBook(BookKeeper keeper, List<ActiveSubscription<?>> to) {
    Book copy = null;
    for (int i = 0; i < to.size(); i++) {
      ActiveSubscription<?> subscription = to.get(i);
      if (subscription.keepsEvents()) {
        copy = copy == null ? keeper.copy() : copy;
        subscription.deliver(copy);
      } else {
        subscription.deliver(keeper);
      }
    }
  }

  /** Replaces the stream's one timer. */
  void timer(Loop.Timer newTimer) {
    cancelTimer();
    timer = newTimer;
  }

  /** Replaces the stream's one timer by the one that subscribes it anew. */
  void resyncTimer(Loop.Timer newTimer) {
    timer(newTimer);
    resyncDue = true;
  }

  /** Whether it waits for its turn to be subscribed anew. */
  boolean resyncDue() {
    return resyncDue;
  }

  void cancelTimer() {
    resyncDue = false;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
