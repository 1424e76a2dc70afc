package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.engine.MarginFill.Status;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The margin positions of an account, one a pair, and what they hold of its collateral. */
final class Positions {
  private final Map<Pair, Position> open = new LinkedHashMap<>();

  Map<Pair, Position> open() {
    return Map.copyOf(open);
  }

  /** What an order of a side would close, if it is filled. */
  BigDecimal closable(Pair pair, Side side) {
    Position position = open.get(pair);
    return position == null ? Money.NO_QUANTITY : position.closable(side);
  }

  /** What they hold of a currency. */
  BigDecimal margin(AssetSpec quote) {
    return open.values().stream()
        .filter(position -> position.quote().equals(quote))
        .map(Position::margin)
        .reduce(Money.none(quote), BigDecimal::add);
  }

  /**
   * What margin orders need of a currency: the initial margin of all that they would open. The
   * first orders of a list close what there is to close.
   */
  BigDecimal needed(AssetSpec quote, List<LiveOrder> orders) {
    Map<Pair, BigDecimal> closing = new HashMap<>();
    BigDecimal needed = Money.none(quote);
    for (LiveOrder order : orders) {
      if (order.pair.spec().quote().equals(quote) && opens(order)) {
        BigDecimal part = takeClosable(order, closing);
        needed = needed.add(initial(order, order.remaining().subtract(part)));
      }
    }
    return needed;
  }

  /** What an order would close of what the orders before it leave. */
  private BigDecimal takeClosable(LiveOrder order, Map<Pair, BigDecimal> left) {
    Pair pair = order.pair.pair();
    BigDecimal all = closable(pair, order.side());
    if (all.signum() == 0) {
      return all;
    }
    BigDecimal before = left.getOrDefault(pair, all);
    BigDecimal part = before.min(order.remaining());
    left.put(pair, before.subtract(part));
    return part;
  }

  private static boolean opens(LiveOrder order) {
    return order.request.margin() && !order.request.reduceOnly();
  }

  /** The initial margin of a part of an order. */
  private static BigDecimal initial(LiveOrder order, BigDecimal quantity) {
    return initial(
        order,
        quantity.multiply(order.dearest().max(order.marketPrice)),
        order.pair.spec().quote());
  }

  static BigDecimal initial(LiveOrder order, BigDecimal value, AssetSpec quote) {
    return Money.reserved(
        quote, value.divide(BigDecimal.valueOf(order.request.borrowing()), Money.EXACT));
  }

  /** Closes what a fill closes, and opens what is left of it. */
  MarginFill filled(LiveOrder order, BigDecimal quantity, BigDecimal cost, String newId) {
    AssetSpec quote = order.pair.spec().quote();
    BigDecimal closing = closable(order.pair.pair(), order.side()).min(quantity);
    if (closing.signum() == 0) {
      return enlarge(order, quantity, cost, newId, Money.none(quote));
    }
    BigDecimal value = Money.paid(quote, cost.multiply(closing).divide(quantity, Money.EXACT));
    MarginFill closed = close(order.pair.pair(), closing, value);
    return closing.compareTo(quantity) == 0
        ? closed
        : enlarge(order, quantity.subtract(closing), cost.subtract(value), newId, closed.profit());
  }

  private MarginFill close(Pair pair, BigDecimal quantity, BigDecimal value) {
    Position before = Objects.requireNonNull(open.get(pair));
    BigDecimal entry = before.share(before.cost(), quantity);
    BigDecimal profit = before.side() == Side.BUY ? value.subtract(entry) : entry.subtract(value);
    Position after = before.without(quantity);
    boolean over = after.quantity().signum() == 0;
    if (over) {
      open.remove(pair);
    } else {
      open.put(pair, after);
    }
    return new MarginFill(
        before.id(), over ? Status.CLOSED : Status.CLOSING, Money.none(before.quote()), profit);
  }

  private MarginFill enlarge(
      LiveOrder order, BigDecimal quantity, BigDecimal value, String newId, BigDecimal profit) {
    AssetSpec quote = order.pair.spec().quote();
    BigDecimal margin = initial(order, value, quote);
    Position more = new Position(newId, order.side(), quantity, value, margin, quote);
    Position after = open.merge(order.pair.pair(), more, Position::with);
    return new MarginFill(after.id(), Status.OPENED, margin, profit);
  }
}
