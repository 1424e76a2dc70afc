package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.BookState;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Verification;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds every book that is shown against the exchange's own at that very moment: it must be live
 * and equal. What does not hold fails the case, since a listener that throws is reported.
 */
abstract class Probe<B> extends Heard<B> {
  private final Map<Pair, Integer> shown = new HashMap<>();
  private final Map<Pair, B> views = new HashMap<>();
  private int verified;

  abstract Pair pair(B book);

  abstract BookState state(B book);

  abstract Verification verification(B book);

  /** How many levels both sides have. */
  abstract int levels(B book);

  /** Whether it is the exchange's own, to its depth. */
  abstract void assertTrue(B book);

  @Override
  public void on(B book) {
    assertThat(state(book)).as("state of a book that is shown").isEqualTo(BookState.LIVE);
    assertThat(verification(book)).as("verification").isNotEqualTo(Verification.MISMATCH);
    assertTrue(book);
    shown.merge(pair(book), 1, Integer::sum);
    views.put(pair(book), book);
    verified += verification(book) == Verification.VERIFIED ? 1 : 0;
  }

  /** How often a pair's book was shown. */
  final int shown(Pair pair) {
    return shown.getOrDefault(pair, 0);
  }

  /** How many of the books that were shown carried a checksum that held. */
  final int verified() {
    return verified;
  }

  /** The state of a pair's book now; null if it was never shown. */
  final @Nullable BookState state(Pair pair) {
    B view = views.get(pair);
    return view == null ? null : state(view);
  }

  /** The live view of a pair's book. */
  final B view(Pair pair) {
    return Objects.requireNonNull(views.get(pair), () -> "never shown: " + pair);
  }

  /** How many levels a pair's book shows now. */
  final int levelsShown(Pair pair) {
    return levels(view(pair));
  }

  /** Whether a pair's book is live and equal to the exchange's now. */
  final void assertLive(Pair pair) {
    assertThat(state(view(pair))).as("state of %s", pair).isEqualTo(BookState.LIVE);
    assertTrue(view(pair));
  }
}
