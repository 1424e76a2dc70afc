package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Pair;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Remembers what a subscription says; books as copies. Safe for any thread. */
class Heard<E> implements Listener<E> {
  private final List<E> events = new CopyOnWriteArrayList<>();
  private final List<SubscriptionEvent> happenings = new CopyOnWriteArrayList<>();
  private final Signal signal = new Signal();

  @Override
  public void on(E event) {
    events.add(kept(event));
    signal.raise();
  }

  @SuppressWarnings("unchecked")
  private E kept(E event) {
    if (event instanceof Book book) {
      return (E) book.copy();
    }
    return event instanceof Level3Book book ? (E) book.copy() : event;
  }

  @Override
  public void onSubscription(SubscriptionEvent event) {
    happenings.add(event);
    signal.raise();
  }

  List<E> events() {
    return List.copyOf(events);
  }

  E last() {
    assertThat(events).as("events").isNotEmpty();
    return events.get(events.size() - 1);
  }

  /** Waits, on a thread that may block, until something holds. */
  void await(String what, Predicate<Heard<E>> condition) {
    signal.await(what, () -> condition.test(this));
  }

  /** Forgets what was heard so far. */
  void forget() {
    events.clear();
    happenings.clear();
  }

  List<SubscriptionEvent> happenings() {
    return List.copyOf(happenings);
  }

  /** What happened to the subscription, in order. */
  List<Kind> kinds() {
    return happenings.stream().map(SubscriptionEvent::kind).toList();
  }

  List<Kind> kindsOf(Pair pair) {
    return happenings.stream()
        .filter(event -> pair.equals(event.pair()))
        .map(SubscriptionEvent::kind)
        .toList();
  }
}
