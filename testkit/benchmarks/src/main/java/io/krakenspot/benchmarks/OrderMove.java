package io.krakenspot.benchmarks;

import io.krakenspot.market.Side;
import org.jspecify.annotations.Nullable;

/**
 * One order comes, changes its quantity, or goes.
 *
 * @param side whose order
 * @param before null if it comes
 * @param after null if it goes
 */
record OrderMove(Side side, @Nullable Resting before, @Nullable Resting after) {
  OrderMove undone() {
    return new OrderMove(side, /* before= */ after, /* after= */ before);
  }
}
