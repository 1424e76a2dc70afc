package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.market.AnonymousOrders;
import io.krakenspot.testkit.exchange.internal.market.BookChange;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** The crowd's orders, which stand in the same book as the clients'. */
final class AnonymousMarket implements AnonymousOrders {
  private final Lifecycle lifecycle;
  private final Account account;
  private final Random random;
  private final Function<MarketPair, PairDesk> desks;

  AnonymousMarket(
      Lifecycle lifecycle, Account account, Function<MarketPair, PairDesk> desks, long seed) {
    this.lifecycle = lifecycle;
    this.account = account;
    this.desks = desks;
    this.random = new Random(seed);
  }

  @Override
  public void open(MarketPair pair, List<BookChange> levels) {
    PairDesk desk = desks.apply(pair);
    lifecycle.prepare(
        desk,
        action -> {
          for (BookChange level : levels) {
            openLevel(action, level);
          }
        });
  }

  /** One order, or two. */
  private void openLevel(Action action, BookChange level) {
    BigDecimal first = level.quantity();
    if (random.nextBoolean()) {
      first = Money.quantity(first.multiply(BigDecimal.valueOf(1 + random.nextInt(998), 3)));
    }
    BigDecimal second = level.quantity().subtract(first);
    for (BigDecimal quantity : List.of(first, second)) {
      if (quantity.signum() > 0) {
        action.enter(lifecycle.anonymous(action.desk, level.side(), level.price(), quantity));
      }
    }
  }

  @Override
  public void rest(MarketPair pair, BookChange level) {
    PairDesk desk = desks.apply(pair);
    lifecycle.run(desk, action -> rest(action, level));
  }

  private void rest(Action action, BookChange level) {
    List<LiveOrder> own = new ArrayList<>(action.desk.book.level(level.side(), level.price()));
    own.removeIf(order -> order.account != account);
    BigDecimal sum =
        own.stream().map(order -> order.visible).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal more = level.quantity().subtract(sum);
    if (more.signum() > 0) {
      action.enter(lifecycle.anonymous(action.desk, level.side(), level.price(), more));
    } else {
      shrink(action, own, more.negate());
    }
  }

  private static void shrink(Action action, List<LiveOrder> own, BigDecimal less) {
    Collections.reverse(own);
    BigDecimal left = less;
    for (LiveOrder order : own) {
      BigDecimal part = left.min(order.visible);
      if (part.signum() > 0) {
        order.quantity = order.quantity.subtract(part);
        action.show(order, order.visible.subtract(part));
        left = left.subtract(part);
      }
    }
  }

  @Override
  public void take(MarketPair pair, Side side, List<BigDecimal> quantities) {
    PairDesk desk = desks.apply(pair);
    lifecycle.run(
        desk,
        action -> {
          for (BigDecimal quantity : quantities) {
            lifecycle.matcher().match(action, taker(desk, side, quantity));
          }
        });
  }

  @Override
  public void limit(MarketPair pair, Side side, BigDecimal price, BigDecimal quantity) {
    PairDesk desk = desks.apply(pair);
    lifecycle.run(
        desk,
        action -> lifecycle.execute(action, lifecycle.anonymous(desk, side, price, quantity)));
  }

  private LiveOrder taker(PairDesk desk, Side side, BigDecimal quantity) {
    OrderRequest request = OrderRequest.of(desk.pair.pair(), side, OrderType.MARKET).build();
    return lifecycle.create(account, desk, request, quantity, null);
  }
}
