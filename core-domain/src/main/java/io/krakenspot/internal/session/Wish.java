package io.krakenspot.internal.session;

import io.krakenspot.market.Pair;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Topic;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants to hear, checked.
 *
 * @param topic the stream
 * @param pairs empty for a stream without pairs
 * @param snapshot whether to start with what went before
 * @param pairOf which pair an event is about
 * @param conflates whether only the newest a pair counts
 * @param resync what a listener is told after it missed something
 */
record Wish<E>(
    Topic topic,
    Set<Pair> pairs,
    SnapshotChoice snapshot,
    PairOf<E> pairOf,
    boolean conflates,
    Supplier<Resync<E>> resync) {

  /** Finds the pair of an event, if it has one. */
  interface PairOf<E> {
    @Nullable Pair of(E event);
  }
}
