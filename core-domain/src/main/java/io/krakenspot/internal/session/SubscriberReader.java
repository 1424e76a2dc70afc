package io.krakenspot.internal.session;

import io.krakenspot.client.StreamEvent;
import io.krakenspot.failure.KrakenException;
import io.krakenspot.market.Pair;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Signals a subscriber what it has requested, after the rules of Reactive Streams (their numbers
 * are in brackets). All signals are calls of one queue, so they never overlap (1.3), and a request
 * made in a signal does not recurse (3.3).
 */
final class SubscriberReader<E> implements Reader<E>, Flow.Subscription {
  private final Wish<E> wish;
  private final AtomicLong demand = new AtomicLong();
  private volatile Flow.@Nullable Subscriber<? super StreamEvent<E>> subscriber;
  private volatile @Nullable IllegalArgumentException violation;
  private volatile Runnable wake = () -> {};
  private volatile Runnable release = () -> {};
  private boolean greeted;
  private boolean ended;
  private @Nullable KrakenException failure;

  SubscriberReader(Flow.Subscriber<? super StreamEvent<E>> subscriber, Wish<E> wish) {
    this.subscriber = subscriber;
    this.wish = wish;
  }

  /** Before any signal: how to go on after a request, and how to unsubscribe. */
  void attach(Runnable onRequest, Runnable onCancel) {
    wake = onRequest;
    release = onCancel;
  }

  // --- from any thread ---

  @Override
  public void request(long n) {
    if (subscriber == null) {
      return; // (3.6)
    }
    if (n <= 0) {
      violation = new IllegalArgumentException("rule 3.9: " + n + " elements were requested");
    } else {
      demand.accumulateAndGet(n, SubscriberReader::added);
    }
    wake.run();
  }

  /** Beyond the greatest number there is no bound (3.17). */
  private static long added(long before, long n) {
    return before + n < 0 ? Long.MAX_VALUE : before + n;
  }

  @Override
  public void cancel() {
    if (subscriber != null) {
      subscriber = null; // (3.13)
      release.run();
    }
  }

  @Override
  public void threw() {
    cancel(); // (2.13)
  }

  // --- while the queue is locked ---

  @Override
  public boolean ready(EventQueue<E> queue) {
    if (subscriber == null) {
      return false;
    }
    return !greeted || violation != null || (queue.isEmpty() ? ended : demand.get() > 0);
  }

  @Override
  public @Nullable Call next(EventQueue<E> queue) {
    Flow.Subscriber<? super StreamEvent<E>> to = subscriber;
    if (to == null || !ready(queue)) {
      return null;
    }
    if (!greeted) {
      greeted = true; // (1.9)
      return new Call(null, () -> to.onSubscribe(this));
    }
    IllegalArgumentException violated = violation;
    if (violated != null) {
      return last(() -> to.onError(violated));
    }
    StreamEvent<E> element = queue.poll();
    if (element != null) {
      demand.updateAndGet(wanted -> wanted == Long.MAX_VALUE ? wanted : wanted - 1);
      return new Call(pairOf(element), () -> to.onNext(element));
    }
    KrakenException cause = failure;
    return last(cause == null ? to::onComplete : () -> to.onError(cause));
  }

  private Call last(Runnable signal) {
    cancel();
    return new Call(null, signal);
  }

  private @Nullable Pair pairOf(StreamEvent<E> element) {
    return element instanceof StreamEvent.Data<E> data
        ? wish.pairOf().of(data.event())
        : ((StreamEvent.Notice<E>) element).event().pair();
  }

  @Override
  public boolean ended(@Nullable KrakenException cause) {
    if (!ended) {
      ended = true;
      failure = cause;
    }
    return false; // a signal says so
  }
}
