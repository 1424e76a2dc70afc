package io.krakenspot.vertx;

import io.krakenspot.port.Loop;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The timers that wait on any loop of a transport. It knows no loops: those go with the clients
 * that use them, of which a long-lived transport may see any number.
 */
final class Timers {
  private final Set<Loop.Timer> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  boolean closed() {
    return closed;
  }

  void add(Loop.Timer timer) {
    waiting.add(timer);
  }

  /** Whether it was still waiting. */
  boolean remove(Loop.Timer timer) {
    return waiting.remove(timer);
  }

  int count() {
    return waiting.size();
  }

  /** Calls off all of them; none is to be added any more. */
  void close() {
    closed = true;
    waiting.forEach(Loop.Timer::cancel);
  }
}
