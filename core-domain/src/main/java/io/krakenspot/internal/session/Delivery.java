package io.krakenspot.internal.session;

import io.krakenspot.client.Listener;
import io.krakenspot.client.StreamEvent;
import io.krakenspot.client.Subscription;
import io.krakenspot.port.Loop;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Turns a wish into a subscription that ends at a listener or a subscriber. Safe for any thread.
 */
final class Delivery {
  private final Session session;
  private final Loop loop;
  private final SessionSettings settings;
  private final @Nullable Executor executor;

  Delivery(Session session, SessionSettings settings, @Nullable Executor executor) {
    this.session = session;
    this.loop = session.loop();
    this.settings = settings;
    this.executor = executor;
  }

  Delivery on(Executor chosen) {
    return new Delivery(session, settings, chosen);
  }

  <E> Subscription listen(Wish<E> wish, Listener<? super E> listener) {
    Executor chosen = executor;
    ActiveSubscription<E> subscription =
        chosen == null
            ? subscription(wish, onLoop(wish, listener), false)
            : subscription(wish, queued(wish, chosen, new ListenerReader<>(listener, wish)), true);
    session.subscribe(subscription);
    return subscription;
  }

  private <E> Outlet<E> onLoop(Wish<E> wish, Listener<? super E> listener) {
    return new TimedOutlet<>(Outlet.direct(listener, session), wish, loop, slowCalls(wish, true));
  }

  /** Each subscriber gets a subscription and a queue of its own. */
  <E> Flow.Publisher<StreamEvent<E>> publisher(Wish<E> wish) {
    return subscriber -> publish(wish, Objects.requireNonNull(subscriber));
  }

  private <E> void publish(Wish<E> wish, Flow.Subscriber<? super StreamEvent<E>> subscriber) {
    Executor chosen = executor;
    SubscriberReader<E> reader = new SubscriberReader<>(subscriber, wish);
    QueuedOutlet<E> outlet = queued(wish, chosen == null ? loop::execute : chosen, reader);
    ActiveSubscription<E> subscription = subscription(wish, outlet, true);
    reader.attach(
        outlet::wake,
        () -> {
          outlet.close();
          subscription.unsubscribe();
        });
    session.subscribe(subscription);
    outlet.wake();
  }

  private <E> QueuedOutlet<E> queued(Wish<E> wish, Executor chosen, Reader<E> reader) {
    return new QueuedOutlet<>(
        loop,
        chosen,
        failure -> loop.execute(() -> session.report(failure)),
        wish,
        settings.queueLimit(),
        reader,
        new CallWatch(loop, slowCalls(wish, executor == null)));
  }

  private SlowCalls slowCalls(Wish<?> wish, boolean onLoop) {
    return new SlowCalls(
        loop, wish.topic().name(), settings.slowCallbackLimit(), onLoop, session::warn);
  }

  private <E> ActiveSubscription<E> subscription(
      Wish<E> wish, Outlet<E> outlet, boolean keepsEvents) {
    return new ActiveSubscription<>(
        wish.topic(), wish.pairs(), wish.snapshot(), outlet, keepsEvents, session::unsubscribe);
  }
}
