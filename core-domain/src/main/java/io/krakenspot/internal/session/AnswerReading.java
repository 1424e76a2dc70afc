package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.Latency;
import io.krakenspot.order.Rejection;
import io.krakenspot.port.CommandAnswer;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command's one answer.
 *
 * @param result what a successful answer results in
 */
record AnswerReading<R>(Function<CommandAnswer, R> result) implements Reading<R> {
  @Override
  public Fate<R> read(List<CommandAnswer> answers, Latency latency) {
    CommandAnswer answer = answers.get(0);
    return answer.success()
        ? new Fate.Accepted<>(result.apply(answer), answer.warnings(), latency)
        : new Fate.Rejected<>(rejection(answer.error()), latency);
  }

  static Rejection rejection(@Nullable String error) {
    return Rejection.of(error == null ? "refused without a reason" : error);
  }
}
