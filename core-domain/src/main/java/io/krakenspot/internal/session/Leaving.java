package io.krakenspot.internal.session;

import io.krakenspot.market.Pair;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.Loop;
import io.krakenspot.port.Overlap;
import io.krakenspot.port.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The streams that the present link was asked to carry no more and that may still send. A stream
 * that cannot be had beside one of them waits: their frames could be taken for its own. The same
 * stream need not wait: a book that is subscribed to anew ignores updates until its snapshot.
 */
final class Leaving {
  private final Map<Long, Request> unanswered = new HashMap<>();
  private final BiFunction<Topic, Topic, Overlap> overlap;

  Leaving(BiFunction<Topic, Topic, Overlap> overlap) {
    this.overlap = overlap;
  }

  /** A request is sent; after the deadline its answer is not waited for. */
  void sent(long id, Stream stream, Loop.Timer deadline) {
    unanswered.put(id, new Request(stream, deadline, true));
  }

  /** A request could not be sent yet. */
  void unsent(long id, Stream stream, Loop.Timer again) {
    unanswered.put(id, new Request(stream, again, false));
  }

  /** Whether frames that come for a stream may belong to one that is leaving. */
  boolean holdsBack(Stream stream) {
    if (unanswered.isEmpty()) {
      return false;
    }
    Pair pair = stream.pair();
    for (Request request : unanswered.values()) {
      Stream old = request.stream();
      if (pair != null
          && pair.equals(old.pair())
          && !stream.topic().equals(old.topic())
          && (excludes(old, stream) || (!request.sent() && replaces(stream, old)))) {
        return true;
      }
    }
    return false;
  }

  private boolean excludes(Stream old, Stream stream) {
    return overlap.apply(old.topic(), stream.topic()) == Overlap.EXCLUDES;
  }

  /** Asked for first, it would end with the other: the exchange takes them for one. */
  private boolean replaces(Stream stream, Stream old) {
    return overlap.apply(stream.topic(), old.topic()) == Overlap.COVERS;
  }

  /** The stream whose request is answered, and no longer waited for; null if there is none. */
  @Nullable Stream answered(Acknowledgement answer) {
    if (answer.requestId() != Acknowledgement.NO_REQUEST) {
      return settle(answer.requestId());
    }
    for (Map.Entry<Long, Request> entry : unanswered.entrySet()) {
      Stream stream = entry.getValue().stream();
      if (answer.unsubscribed()
          && stream.topic().equals(answer.topic())
          && stream.pair() != null
          && stream.pair().equals(answer.pair())) {
        return settle(entry.getKey());
      }
    }
    return null;
  }

  /** Waits for an answer no longer. */
  @Nullable Stream settle(long id) {
    Request request = unanswered.remove(id);
    if (request == null) {
      return null;
    }
    request.deadline().cancel();
    return request.stream();
  }

  void clear() {
    unanswered.values().forEach(request -> request.deadline().cancel());
    unanswered.clear();
  }

  private record Request(Stream stream, Loop.Timer deadline, boolean sent) {}
}
