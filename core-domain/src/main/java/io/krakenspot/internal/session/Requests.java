package io.krakenspot.internal.session;

import io.krakenspot.market.Pair;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The subscribe requests of the present link that have not been answered in full. */
final class Requests {
  private final Map<Long, PendingRequest> pending = new HashMap<>();
  private long lastId;

  long nextId() {
    return ++lastId;
  }

  void add(long id, PendingRequest request) {
    pending.put(id, request);
  }

  int size() {
    return pending.size();
  }

  @Nullable PendingRequest remove(long id) {
    return pending.remove(id);
  }

  /** The request an answer belongs to: by its id, or else by what it names. */
  @Nullable PendingRequest match(Acknowledgement answer) {
    PendingRequest byId = pending.get(answer.requestId());
    return byId != null || answer.requestId() != Acknowledgement.NO_REQUEST || answer.unsubscribed()
        ? byId
        : byContent(answer.topic(), answer.pair());
  }

  private @Nullable PendingRequest byContent(@Nullable Topic topic, @Nullable Pair pair) {
    for (PendingRequest request : pending.values()) {
      if (request.topic().equals(topic) && (pair == null || request.unanswered().contains(pair))) {
        return request;
      }
    }
    return null;
  }

  /** An error for a whole request. */
  @Nullable PendingRequest get(long id) {
    return pending.get(id);
  }

  void settle(PendingRequest request) {
    request.cancelDeadline();
    pending.values().remove(request);
  }

  void clear(Consumer<PendingRequest> each) {
    List.copyOf(pending.values()).forEach(each);
    pending.values().forEach(PendingRequest::cancelDeadline);
    pending.clear();
  }
}
