package io.krakenspot.internal.session;

import io.krakenspot.market.Trade;
import org.jspecify.annotations.Nullable;

/** The ids of a stream's trades on one subscription: each is one more than the last. */
final class TradeNumbers {
  /** What an id means. */
  enum Step {
    /** It follows the last, or has none. */
    NEXT,
    /** It was there already, or belongs before the last. */
    REPEATED,
    /** Trades are missing between the last and this. */
    HOLE
  }

  private @Nullable Long last;

  /** The next trade may have any id. */
  void forget() {
    last = null;
  }

  Step step(Trade trade) {
    Long id = trade.id();
    Long before = last;
    if (id == null) {
      return Step.NEXT;
    }
    if (before != null && Long.compareUnsigned(id, before) <= 0) {
      return Step.REPEATED;
    }
    last = id;
    return before == null || id == before + 1 ? Step.NEXT : Step.HOLE;
  }

  @Nullable Long last() {
    return last;
  }
}
