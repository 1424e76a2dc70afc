package io.krakenspot.internal.session;

import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.KrakenException;
import io.krakenspot.port.Loop;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Brings events to a reader on an executor, one at a time and in order, through a bounded queue.
 * Others on the same executor get their turn however slow the reader is. Once the reader has caught
 * up with a queue that overflowed, it is told where things stand.
 */
final class QueuedOutlet<E> implements Outlet<E> {
  /** After so long the calls that are left go to the end of the executor's queue. */
  private static final long TURN_NANOS = Duration.ofMillis(10).toNanos();

  private final Loop loop;
  private final Executor executor;
  private final ListenerFailures failures;
  private final Wish<E> wish;
  private final EventQueue<E> queue;
  private final Reader<E> reader;
  private final Resync<E> resync;
  private final CallWatch watch;
  private boolean running;
  private boolean behind;
  private boolean over;
  private boolean closed;

  QueuedOutlet(
      Loop loop,
      Executor executor,
      ListenerFailures failures,
      Wish<E> wish,
      int limit,
      Reader<E> reader,
      CallWatch watch) {
    this.loop = loop;
    this.executor = executor;
    this.failures = failures;
    this.wish = wish;
    this.resync = wish.resync().get();
    this.queue = new EventQueue<>(wish, limit, resync::told);
    this.reader = reader;
    this.watch = watch;
  }

  @Override
  public void event(E event) {
    synchronized (queue) {
      if (closed) {
        return;
      }
      behind |= queue.event(event);
    }
    wake();
  }

  @Override
  public void subscription(SubscriptionEvent event) {
    synchronized (queue) {
      if (closed) {
        return;
      }
      queue.notice(event);
    }
    wake();
  }

  @Override
  public void failed(KrakenException failure) {
    end(failure);
  }

  @Override
  public void ended() {
    end(null);
  }

  private void end(@Nullable KrakenException failure) {
    watch.over();
    synchronized (queue) {
      over = true;
      closed |= !reader.ended(failure);
    }
    wake();
  }

  /** Takes nothing more and forgets what waits. From any thread. */
  void close() {
    synchronized (queue) {
      closed = true;
      queue.clear();
    }
    loop.execute(watch::over);
  }

  /** How many events and notices wait. */
  int size() {
    synchronized (queue) {
      return queue.size();
    }
  }

  /** Lets the executor make the calls that can be made now. From any thread. */
  void wake() {
    synchronized (queue) {
      if (running || !reader.ready(queue)) {
        return;
      }
      running = true;
      watch.handedOver();
    }
    try {
      executor.execute(this::drain);
    } catch (Throwable refused) {
      synchronized (queue) {
        running = false;
        watch.idle();
      }
      failures.report(refused);
    }
  }

  private void drain() {
    long since = loop.nanoTime();
    for (Reader.Call next = next(); next != null; next = next()) {
      try {
        next.code().run();
      } catch (Throwable failure) {
        reader.threw();
        failures.report(failure);
      }
      if (loop.nanoTime() - since >= TURN_NANOS) {
        rest();
        wake();
        return;
      }
    }
  }

  private Reader.@Nullable Call next() {
    synchronized (queue) {
      Reader.Call call = reader.next(queue);
      if (call != null) {
        watch.begins(call.pair());
        return call;
      }
      rest();
      return null;
    }
  }

  private void rest() {
    synchronized (queue) {
      running = false;
      watch.idle();
      if (behind && queue.isEmpty()) {
        loop.execute(this::tellWhereThingsStand);
      }
    }
  }

  private void tellWhereThingsStand() {
    synchronized (queue) {
      if (over || closed || !behind || running || !queue.isEmpty()) {
        return;
      }
      behind = false;
      if (!resync.possible()) {
        return;
      }
      resync.events().forEach(queue::extra);
      queue.notice(
          new SubscriptionEvent(
              Kind.RESTORED_WITHOUT_LOSS, wish.topic().name(), null, "told again after the gap"));
    }
    wake();
  }
}
