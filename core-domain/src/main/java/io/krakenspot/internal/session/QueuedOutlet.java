package io.krakenspot.internal.session;

import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.Pair;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings events to a listener on an executor, one at a time and in order. State conflates to the
 * newest a pair, but never ahead of what was told of the subscription before it; happenings queue
 * to a bound, then the oldest give way and the gap is told.
 */
final class QueuedOutlet<E> implements Outlet<E> {
  private final Executor executor;
  private final ListenerFailures failures;
  private final Outlet<E> listener;
  private final String topic;
  private final @Nullable Function<E, Pair> conflateBy;
  private final int limit;
  private final Queue<Object> queue = new ArrayDeque<>();
  private final Map<Pair, State<E>> newest = new HashMap<>();
  private long told;
  private int happenings;
  private long lost;
  private boolean running;

  QueuedOutlet(
      Executor executor,
      Listener<? super E> listener,
      ListenerFailures failures,
      String topic,
      @Nullable Function<E, Pair> conflateBy,
      int limit) {
    this.executor = executor;
    this.failures = failures;
    this.listener = Outlet.direct(listener, failures);
    this.topic = topic;
    this.conflateBy = conflateBy;
    this.limit = limit;
  }

  @Override
  public void event(E event) {
    synchronized (queue) {
      if (conflateBy != null) {
        conflate(conflateBy.apply(event), event);
      } else {
        makeRoom();
        queue.add(new Happening<>(event));
        happenings++;
      }
    }
    wake();
  }

  @Override
  public void subscription(SubscriptionEvent event) {
    synchronized (queue) {
      queue.add(event);
      told++;
    }
    wake();
  }

  private void conflate(Pair pair, E event) {
    State<E> waiting = newest.get(pair);
    if (waiting != null && waiting.told == told) {
      waiting.event = event;
      return;
    }
    if (waiting != null) {
      queue.remove(waiting);
    }
    State<E> state = new State<>(pair, event, told);
    newest.put(pair, state);
    queue.add(state);
  }

  private void makeRoom() {
    if (happenings < limit) {
      return;
    }
    if (queue.removeIf(new FirstHappening())) {
      happenings--;
      lost++;
    }
  }

  private void wake() {
    synchronized (queue) {
      if (running || queue.isEmpty()) {
        return;
      }
      running = true;
    }
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException refused) {
      synchronized (queue) {
        running = false;
      }
      failures.report(refused);
    }
  }

  private void drain() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private @Nullable Runnable next() {
    synchronized (queue) {
      if (lost > 0) {
        SubscriptionEvent gap = gap();
        return () -> listener.subscription(gap);
      }
      Object next = queue.poll();
      if (next == null) {
        running = false;
        return null;
      }
      return delivery(next);
    }
  }

  private SubscriptionEvent gap() {
    SubscriptionEvent gap =
        new SubscriptionEvent(
            SubscriptionEvent.Kind.GAP,
            topic,
            null,
            lost + " events were dropped because the listener is too slow");
    lost = 0;
    return gap;
  }

  @SuppressWarnings("unchecked")
  private Runnable delivery(Object next) {
    if (next instanceof SubscriptionEvent event) {
      return () -> listener.subscription(event);
    }
    E event;
    if (next instanceof State) {
      State<E> state = (State<E>) next;
      newest.remove(state.pair);
      event = state.event;
    } else {
      happenings--;
      event = ((Happening<E>) next).event();
    }
    return () -> listener.event(event);
  }

  private record Happening<E>(E event) {}

  /** The newest state of a pair since so many things were told of the subscription. */
  private static final class State<E> {
    private final Pair pair;
    private final long told;
    private E event;

    State(Pair pair, E event, long told) {
      this.pair = pair;
      this.event = event;
      this.told = told;
    }
  }

  /** Matches the first happening it meets. */
  private static final class FirstHappening implements Predicate<Object> {
    private boolean met;

    @Override
    public boolean test(Object entry) {
      if (met || !(entry instanceof Happening)) {
        return false;
      }
      met = true;
      return true;
    }
  }
}
