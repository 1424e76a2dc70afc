package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.port.Frame;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkListener;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Writes down what a link tells. */
class Recorder implements LinkListener {
  static final int PATIENCE_SECONDS = 20;

  final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
  final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  @Override
  public void opened() {
    note("opened");
  }

  @Override
  public void frame(Frame frame) {
    note(frame.text());
  }

  @Override
  public void closed(LinkClosed cause) {
    note(cause);
  }

  private void note(Object event) {
    threads.add(Thread.currentThread());
    events.add(event);
  }

  Object next() {
    try {
      Object event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(event).as("something told within %d s", PATIENCE_SECONDS).isNotNull();
      return event;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void expect(Object event) {
    assertThat(next()).isEqualTo(event);
  }

  /** Skips to the end, which has to be the last word. */
  LinkClosed end() {
    Object event = next();
    while (!(event instanceof LinkClosed)) {
      event = next();
    }
    return (LinkClosed) event;
  }
}
