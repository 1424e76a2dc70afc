package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.Latency;
import io.krakenspot.port.CommandAnswer;
import java.util.List;

/**
 * What the answers to a command mean. On the loop.
 *
 * @param <R> what an accepted command results in
 */
interface Reading<R> {
  /**
   * The fate that the answers tell.
   *
   * @param answers one or more
   * @param latency of the last one
   */
  Fate<R> read(List<CommandAnswer> answers, Latency latency);

  /** Whether an answer tells a fate at all; if not, the account's records decide. */
  default boolean isToldBy(CommandAnswer answer) {
    return answer.success() || answer.error() != null;
  }
}
