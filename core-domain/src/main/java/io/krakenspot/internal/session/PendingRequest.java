package io.krakenspot.internal.session;

import io.krakenspot.market.Pair;
import io.krakenspot.port.Loop;
import io.krakenspot.port.Topic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A subscribe request on the way: one answer a pair is expected, some of which may fail to say
 * which pair they are about.
 */
final class PendingRequest {
  private final Topic topic;
  private final Set<Pair> unanswered;
  private final List<String> namelessErrors = new ArrayList<>();
  private final Loop.Timer deadline;

  PendingRequest(Topic topic, List<Pair> pairs, Loop.Timer deadline) {
    this.topic = topic;
    this.unanswered = new LinkedHashSet<>(pairs);
    this.deadline = deadline;
  }

  Topic topic() {
    return topic;
  }

  /** The pairs without an answer; empty for a topic that has none. */
  List<Pair> unanswered() {
    return List.copyOf(unanswered);
  }

  void answered(@Nullable Pair pair) {
    if (pair != null) {
      unanswered.remove(pair);
    }
  }

  /**
   * An error that names no pair.
   *
   * @return whether there are now as many such errors as unanswered pairs, so that they are theirs
   */
  boolean namelessError(String error) {
    namelessErrors.add(error);
    return namelessErrors.size() >= unanswered.size();
  }

  boolean complete() {
    return unanswered.isEmpty();
  }

  void cancelDeadline() {
    deadline.cancel();
  }

  /** What the exchange said without naming a pair. */
  @Nullable String firstNamelessError() {
    return namelessErrors.isEmpty() ? null : namelessErrors.get(0);
  }
}
