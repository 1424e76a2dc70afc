package io.krakenspot.internal.session;

import io.krakenspot.client.StreamEvent;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.Pair;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one listener, bounded. State conflates to the newest a pair, but never ahead of
 * what was told of the subscription before it; happenings queue to a bound, then the oldest give
 * way. Notices queue to a bound, then the oldest that has a newer one of its kind and pair gives
 * way, so the last of each always stays. Whatever gave way is counted, and the gap is told in its
 * place. Not safe for more than one thread.
 */
final class EventQueue<E> {
  private final Wish<E> wish;
  private final int limit;
  private final Consumer<? super E> polled;
  private final Queue<Entry<E>> happenings = new ArrayDeque<>();
  private final Queue<Entry<SubscriptionEvent>> notices = new ArrayDeque<>();
  private final Map<Pair, Entry<E>> states = new LinkedHashMap<>();
  private long entries;
  private long lastNotice;
  private int beyondLimit;
  private long droppedEvents;
  private long droppedNotices;
  private long gap = Long.MAX_VALUE;

  EventQueue(Wish<E> wish, int limit, Consumer<? super E> polled) {
    this.wish = wish;
    this.limit = limit;
    this.polled = polled;
  }

  /** Takes an event in; whether another was dropped for it. */
  boolean event(E event) {
    if (wish.conflates()) {
      conflate(Objects.requireNonNull(wish.pairOf().of(event)), event);
      return false;
    }
    boolean full = happenings.size() - beyondLimit >= limit;
    if (full) {
      dropOldestHappening();
    }
    happenings.add(new Entry<>(++entries, event));
    return full;
  }

  /** Takes an event in that does not count against the bound. The queue holds no others. */
  void extra(E event) {
    happenings.add(new Entry<>(++entries, event));
    beyondLimit++;
  }

  void notice(SubscriptionEvent event) {
    if (notices.size() >= limit) {
      dropRepeatedNotice(event);
    }
    lastNotice = ++entries;
    notices.add(new Entry<>(lastNotice, event));
  }

  private void conflate(Pair pair, E event) {
    Entry<E> waiting = states.get(pair);
    if (waiting != null && waiting.number > lastNotice) {
      waiting.value = event;
      return;
    }
    states.remove(pair);
    states.put(pair, new Entry<>(++entries, event));
  }

  private void dropOldestHappening() {
    Entry<E> oldest = happenings.poll();
    if (oldest != null) {
      lessBeyondLimit();
      droppedEvents++;
      gap = Math.min(gap, oldest.number);
    }
  }

  private void dropRepeatedNotice(SubscriptionEvent newer) {
    for (Iterator<Entry<SubscriptionEvent>> all = notices.iterator(); all.hasNext(); ) {
      Entry<SubscriptionEvent> older = all.next();
      if (older.value.kind() == newer.kind() && Objects.equals(older.value.pair(), newer.pair())) {
        all.remove();
        droppedNotices++;
        gap = Math.min(gap, older.number);
        return;
      }
    }
  }

  boolean isEmpty() {
    return size() == 0;
  }

  int size() {
    return happenings.size() + notices.size() + states.size() + (gap == Long.MAX_VALUE ? 0 : 1);
  }

  void clear() {
    happenings.clear();
    notices.clear();
    states.clear();
    gap = Long.MAX_VALUE;
  }

  /** Takes the oldest out. */
  @Nullable StreamEvent<E> poll() {
    Entry<E> state = states.isEmpty() ? null : states.values().iterator().next();
    long happening = number(happenings.peek());
    long notice = number(notices.peek());
    long oldest = Math.min(Math.min(happening, notice), number(state));
    if (gap < oldest) {
      return new StreamEvent.Notice<>(gap());
    } else if (oldest == Long.MAX_VALUE) {
      return null;
    } else if (oldest == notice) {
      return new StreamEvent.Notice<>(notices.remove().value);
    } else if (oldest == happening) {
      lessBeyondLimit();
      return data(happenings.remove().value);
    }
    Iterator<Entry<E>> all = states.values().iterator();
    E newest = all.next().value;
    all.remove();
    return data(newest);
  }

  private StreamEvent<E> data(E event) {
    polled.accept(event);
    return new StreamEvent.Data<>(event);
  }

  /** Extras come into an empty queue, so while there are any they are the oldest. */
  private void lessBeyondLimit() {
    if (beyondLimit > 0) {
      beyondLimit--;
    }
  }

  private static long number(@Nullable Entry<?> entry) {
    return entry == null ? Long.MAX_VALUE : entry.number;
  }

  private SubscriptionEvent gap() {
    String dropped =
        (droppedEvents == 0 ? "" : droppedEvents + " events")
            + (droppedEvents > 0 && droppedNotices > 0 ? " and " : "")
            + (droppedNotices == 0 ? "" : droppedNotices + " notices");
    SubscriptionEvent event =
        new SubscriptionEvent(
            SubscriptionEvent.Kind.GAP,
            wish.topic().name(),
            null,
            dropped + " were dropped because the listener is too slow",
            droppedEvents + droppedNotices);
    droppedEvents = 0;
    droppedNotices = 0;
    gap = Long.MAX_VALUE;
    return event;
  }

  /** A value and its place in the order of all that came. */
  private static final class Entry<T> {
    private final long number;
    private T value;

    Entry(long number, T value) {
      this.number = number;
      this.value = value;
    }
  }
}
