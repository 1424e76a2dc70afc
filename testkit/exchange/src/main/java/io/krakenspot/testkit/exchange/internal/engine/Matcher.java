package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets an incoming order meet the resting ones: best price first, then the oldest. */
final class Matcher {
  private final Lifecycle lifecycle;
  private final Settlement settlement;
  private final Accounts accounts;

  Matcher(Lifecycle lifecycle, Settlement settlement, Accounts accounts) {
    this.lifecycle = lifecycle;
    this.settlement = settlement;
    this.accounts = accounts;
  }

  /** Matches until the order is done, canceled, or nothing is left for it. */
  void match(Action action, LiveOrder taker) {
    LiveOrder maker = next(action.desk, taker);
    while (maker != null && !taker.done() && !taker.status.isFinal() && !hasReduced(taker)) {
      if (hasReduced(maker)) {
        lifecycle.cancel(action, maker, Reasons.REDUCE_ONLY);
      } else if (sameOwner(taker, maker)) {
        preventSelfTrade(action, taker, maker);
      } else {
        trade(action, taker, maker);
      }
      maker = next(action.desk, taker);
    }
  }

  /** Whether an order may only reduce a position, and there is nothing more to reduce. */
  boolean hasReduced(LiveOrder order) {
    return order.request.reduceOnly() && order.account.closable(order).signum() == 0;
  }

  /** What an order may still be filled with. */
  static BigDecimal allowed(LiveOrder order) {
    return order.request.reduceOnly()
        ? order.remaining().min(order.account.closable(order))
        : order.remaining();
  }

  private static @Nullable LiveOrder next(PairDesk desk, LiveOrder taker) {
    LiveOrder first = desk.book.first(Sides.opposite(taker.side()));
    return first != null && reaches(taker, first) ? first : null;
  }

  private static boolean reaches(LiveOrder taker, LiveOrder maker) {
    return taker.limitPrice == null || Sides.reaches(taker.side(), taker.limitPrice, maker.limit());
  }

  private boolean sameOwner(LiveOrder taker, LiveOrder maker) {
    return taker.account == maker.account
        && accounts.isClient(taker.account)
        && Objects.equals(taker.request.senderSubId(), maker.request.senderSubId());
  }

  private void preventSelfTrade(Action action, LiveOrder taker, LiveOrder maker) {
    SelfTrade rule = taker.request.selfTrade();
    if (rule != SelfTrade.CANCEL_NEWEST) {
      lifecycle.cancel(action, maker, Reasons.SELF_TRADE);
    }
    if (rule != SelfTrade.CANCEL_OLDEST) {
      lifecycle.cancel(action, taker, Reasons.SELF_TRADE);
    }
  }

  private void trade(Action action, LiveOrder taker, LiveOrder maker) {
    BigDecimal wanted = allowed(taker).min(maker.visible).min(allowed(maker));
    BigDecimal quantity = wanted.min(affordable(taker, maker.limit(), wanted));
    if (quantity.signum() > 0) {
      trade(action, taker, maker, quantity);
    }
    if (quantity.compareTo(wanted) < 0) {
      lifecycle.cancel(action, taker, Reasons.FUNDS);
    }
  }

  private void trade(Action action, LiveOrder taker, LiveOrder maker, BigDecimal quantity) {
    BigDecimal price = maker.limit();
    Match match = new Match(action.traded(taker, price, quantity), price, quantity);
    action.show(maker, maker.visible.subtract(quantity));
    settlement.settle(action, taker, match, false);
    settlement.settle(action, maker, match, true);
    lifecycle.filled(action, taker, quantity);
    lifecycle.filled(action, maker, quantity);
  }

  /** A buy without a limit has reserved nothing, so it may run out of money. */
  private BigDecimal affordable(LiveOrder taker, BigDecimal price, BigDecimal enough) {
    if (taker.limitPrice != null
        || taker.request.margin()
        || taker.side() == Side.SELL
        || !accounts.isClient(taker.account)) {
      return enough;
    }
    BigDecimal money = taker.account.available(taker.pair.spec().quote()).max(BigDecimal.ZERO);
    return quantityFor(money, spent(taker.request, price));
  }

  /** What a unit costs, with the fee where it is taken besides. */
  private static BigDecimal spent(OrderRequest request, BigDecimal price) {
    return request.feePreference() == FeePreference.BASE ? price : Fees.withTaker(price);
  }

  private static BigDecimal quantityFor(BigDecimal money, BigDecimal price) {
    return money.divide(price, Money.NO_QUANTITY.scale(), RoundingMode.DOWN);
  }

  /** A refilled iceberg goes to the back of its level. */
  void refill(Action action, LiveOrder maker) {
    action.enter(maker);
    action.tell(Kind.ICEBERG_REFILL, maker);
  }

  /** What an order could be filled with at once. */
  BigDecimal fillable(PairDesk desk, LiveOrder taker) {
    BigDecimal sum = Money.NO_QUANTITY;
    for (Set<LiveOrder> level : desk.book.levels(Sides.opposite(taker.side()))) {
      boolean blocked = blocked(taker, level);
      for (LiveOrder maker : level) {
        boolean own = sameOwner(taker, maker);
        if (!reaches(taker, maker) || (own && blocked)) {
          return sum;
        }
        sum =
            own ? sum : sum.add((blocked ? maker.visible : maker.remaining()).min(allowed(maker)));
      }
    }
    return sum;
  }

  private boolean blocked(LiveOrder taker, Set<LiveOrder> level) {
    return taker.request.selfTrade() != SelfTrade.CANCEL_OLDEST
        && level.stream().anyMatch(maker -> sameOwner(taker, maker));
  }

  /** What a market order costs without its fee, as far as the book goes. */
  BigDecimal marketCost(PairDesk desk, Side side, BigDecimal quantity) {
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal left = quantity;
    for (Set<LiveOrder> level : desk.book.levels(Sides.opposite(side))) {
      for (LiveOrder maker : level) {
        BigDecimal part = left.min(maker.remaining());
        cost = cost.add(part.multiply(maker.limit()));
        left = left.subtract(part);
      }
      if (left.signum() == 0) {
        return cost;
      }
    }
    return cost;
  }

  /** The average price of what a market order would take, as far as the book goes. */
  BigDecimal marketPrice(PairDesk desk, LiveOrder order) {
    BigDecimal offered =
        desk.book.levels(Sides.opposite(order.side())).stream()
            .flatMap(Set::stream)
            .map(LiveOrder::remaining)
            .reduce(Money.NO_QUANTITY, BigDecimal::add);
    BigDecimal taken = offered.min(order.remaining());
    return marketCost(desk, order.side(), taken).divide(taken, Money.EXACT);
  }

  /** How much an amount of quote currency buys now. */
  BigDecimal quantityForCash(PairDesk desk, BigDecimal cash) {
    BigDecimal quantity = Money.NO_QUANTITY;
    BigDecimal left = cash;
    for (Set<LiveOrder> level : desk.book.levels(Side.SELL)) {
      for (LiveOrder maker : level) {
        BigDecimal part = quantityFor(left, maker.limit()).min(maker.remaining());
        quantity = quantity.add(part);
        left = left.subtract(part.multiply(maker.limit()));
        if (part.compareTo(maker.remaining()) < 0) {
          return quantity;
        }
      }
    }
    return quantity;
  }
}
