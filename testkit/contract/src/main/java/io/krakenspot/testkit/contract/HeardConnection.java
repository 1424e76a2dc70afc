package io.krakenspot.testkit.contract;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.SystemStatus;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a client says about its connection. Safe for any thread. */
final class HeardConnection implements ConnectionListener {
  final List<ConnectionEvent> events = new CopyOnWriteArrayList<>();
  final List<SystemStatus> statuses = new CopyOnWriteArrayList<>();
  final List<MalformedFrameException> malformed = new CopyOnWriteArrayList<>();
  final List<String> unrecognised = new CopyOnWriteArrayList<>();
  final List<String> errors = new CopyOnWriteArrayList<>();
  final List<Throwable> failures = new CopyOnWriteArrayList<>();

  @Override
  public void onConnection(ConnectionEvent event) {
    events.add(event);
  }

  @Override
  public void onStatus(SystemStatus status) {
    statuses.add(status);
  }

  @Override
  public void onMalformed(MalformedFrameException failure) {
    malformed.add(failure);
  }

  @Override
  public void onUnrecognised(String kind, String text) {
    unrecognised.add(text);
  }

  @Override
  public void onError(String text) {
    errors.add(text);
  }

  @Override
  public void onListenerFailure(Throwable failure) {
    failures.add(failure);
  }

  List<ConnectionState> states() {
    return events.stream().map(ConnectionEvent::state).toList();
  }

  List<SystemStatus.State> engine() {
    return statuses.stream().map(SystemStatus::state).toList();
  }

  ConnectionState state() {
    return events.get(events.size() - 1).state();
  }
}
