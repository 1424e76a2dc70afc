package io.krakenspot.internal.session;

import io.krakenspot.failure.KrakenException;
import io.krakenspot.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Takes events from a queue to whoever listens. {@link #ready} and {@link #next} are called while
 * the queue is locked.
 */
interface Reader<E> {
  /** Whether there is a call to be made now. */
  boolean ready(EventQueue<E> queue);

  /** The next call to be made; null if there is none. */
  @Nullable Call next(EventQueue<E> queue);

  /** Nothing more will come; whether the notices that say so are still wanted. */
  boolean ended(@Nullable KrakenException failure);

  /** The call threw. */
  void threw();

  /**
   * A call of the user's code.
   *
   * @param pair what it is about
   * @param code makes it
   */
  record Call(@Nullable Pair pair, Runnable code) {}
}
