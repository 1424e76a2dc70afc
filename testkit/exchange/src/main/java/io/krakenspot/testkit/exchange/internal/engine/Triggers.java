package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** When stops, take-profits and trailing stops wake up. */
final class Triggers {
  private Triggers() {}

  /** The state of a trigger that has just been set, or set anew. */
  static TriggerState set(LiveOrder order, TriggerTerms terms, BigDecimal last, PairDesk desk) {
    if (!order.type().trailing()) {
      return new TriggerState(terms, desk.onTick(terms.price().from(last)), null, null, null);
    }
    BigDecimal peak = order.trigger == null ? last : peak(order.trigger, last);
    return trailing(order.side(), terms, peak, desk);
  }

  private static BigDecimal peak(TriggerState state, BigDecimal otherwise) {
    return state.peakPrice() == null ? otherwise : state.peakPrice();
  }

  private static TriggerState trailing(
      Side side, TriggerTerms terms, BigDecimal peak, PairDesk desk) {
    BigDecimal distance = terms.price().distance(peak);
    BigDecimal actual = side == Side.SELL ? peak.subtract(distance) : peak.add(distance);
    return new TriggerState(terms, desk.onTick(actual), peak, null, null);
  }

  /** The state after a trailing stop followed the price; null if it did not move. */
  static @Nullable TriggerState followed(
      LiveOrder order, TriggerState state, BigDecimal last, PairDesk desk) {
    if (!order.type().trailing()) {
      return null;
    }
    BigDecimal peak = peak(state, last);
    boolean better =
        order.side() == Side.SELL ? last.compareTo(peak) > 0 : last.compareTo(peak) < 0;
    return better ? trailing(order.side(), state.terms(), last, desk) : null;
  }

  /** Whether a price wakes the order. Stops wait for the price to turn against their owner. */
  static boolean met(LiveOrder order, TriggerState state, BigDecimal last) {
    boolean profit =
        order.type() == OrderType.TAKE_PROFIT || order.type() == OrderType.TAKE_PROFIT_LIMIT;
    boolean rising = (order.side() == Side.BUY) != profit;
    int compared = last.compareTo(state.actualPrice());
    return rising ? compared >= 0 : compared <= 0;
  }
}
