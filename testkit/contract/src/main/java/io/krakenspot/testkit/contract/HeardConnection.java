package io.krakenspot.testkit.contract;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.SystemStatus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Remembers what a client says about its connection. Safe for any thread. */
final class HeardConnection implements ConnectionListener {
  final List<ConnectionEvent> events = new CopyOnWriteArrayList<>();
  final List<SystemStatus> statuses = new CopyOnWriteArrayList<>();
  final List<MalformedFrameException> malformed = new CopyOnWriteArrayList<>();
  final List<String> unrecognised = new CopyOnWriteArrayList<>();
  final List<String> errors = new CopyOnWriteArrayList<>();
  final List<Throwable> failures = new CopyOnWriteArrayList<>();

  private final Signal signal = new Signal();

  @Override
  public void onConnection(ConnectionEvent event) {
    events.add(event);
    signal.raise();
  }

  @Override
  public void onStatus(SystemStatus status) {
    statuses.add(status);
    signal.raise();
  }

  @Override
  public void onMalformed(MalformedFrameException failure) {
    malformed.add(failure);
    signal.raise();
  }

  @Override
  public void onUnrecognised(String kind, String text) {
    unrecognised.add(text);
    signal.raise();
  }

  @Override
  public void onError(String text) {
    errors.add(text);
    signal.raise();
  }

  @Override
  public void onListenerFailure(Throwable failure) {
    failures.add(failure);
    signal.raise();
  }

  List<ConnectionState> states() {
    return events.stream().map(ConnectionEvent::state).toList();
  }

  List<SystemStatus.State> engine() {
    return statuses.stream().map(SystemStatus::state).toList();
  }

  ConnectionState state() {
    return events.isEmpty() ? ConnectionState.IDLE : events.get(events.size() - 1).state();
  }

  /** Waits, on a thread that may block, until something holds. */
  void await(String what, Predicate<HeardConnection> condition) {
    signal.await(what, () -> condition.test(this));
  }
}
