package io.krakenspot.internal.session;

import io.krakenspot.order.Cancelled;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Latency;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.Rejection;
import io.krakenspot.port.CommandAnswer;
import java.util.List;

/**
 * Reads the answers to a cancel, one an order that its key named.
 *
 * @param order what was to be cancelled
 */
record CancelReading(OrderKey order) implements Reading<Cancelled> {
  @Override
  public Fate<Cancelled> read(List<CommandAnswer> answers, Latency latency) {
    List<CommandAnswer> accepted = answers.stream().filter(CommandAnswer::success).toList();
    List<Rejection> refused =
        answers.stream()
            .filter(answer -> !answer.success())
            .map(answer -> AnswerReading.rejection(answer.error()))
            .toList();
    return accepted.isEmpty()
        ? new Fate.Rejected<>(refused.get(0), latency)
        : new Fate.Accepted<>(
            new Cancelled(order, accepted.size(), refused), accepted.get(0).warnings(), latency);
  }
}
