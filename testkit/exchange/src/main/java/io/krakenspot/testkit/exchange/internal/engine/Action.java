package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import io.krakenspot.market.TradeOrderType;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent.Kind;
import io.krakenspot.testkit.exchange.internal.market.BookChange;
import io.krakenspot.testkit.exchange.internal.market.Fill;
import io.krakenspot.testkit.exchange.internal.market.Level3Event;
import io.krakenspot.testkit.exchange.internal.market.MarketEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One thing the engine does to a pair: changes the book at once, and collects what to tell. */
final class Action {
  final PairDesk desk;
  final Instant time;
  private final Accounts accounts;
  private final Supplier<Instant> queueClock;
  private final List<BookChange> changes = new ArrayList<>();
  private final List<Fill> fills = new ArrayList<>();
  private final List<Level3Event> level3 = new ArrayList<>();
  private final List<Runnable> told = new ArrayList<>();

  Action(PairDesk desk, Accounts accounts, Instant time, Supplier<Instant> queueClock) {
    this.desk = desk;
    this.accounts = accounts;
    this.time = time;
    this.queueClock = queueClock;
  }

  /** Puts an order at the back of its level. */
  void enter(LiveOrder order) {
    order.visible = order.slice();
    order.resting = true;
    order.queueTime = queueClock.get();
    desk.book.add(order);
    level3.add(new Level3Event(Level3Event.Kind.ADD, order.side(), order.level3(order.queueTime)));
    changed(order.side(), order.limit());
  }

  /** Changes what is visible of an order, which keeps its place unless nothing is left. */
  void show(LiveOrder order, BigDecimal visible) {
    if (visible.signum() == 0) {
      leave(order);
    } else {
      order.visible = visible;
      level3.add(
          new Level3Event(Level3Event.Kind.MODIFY, order.side(), order.level3(order.queueTime)));
      changed(order.side(), order.limit());
    }
  }

  /** Takes an order out of the book. */
  void leave(LiveOrder order) {
    desk.book.remove(order);
    level3.add(
        new Level3Event(Level3Event.Kind.DELETE, order.side(), order.level3(queueClock.get())));
    order.visible = Money.NO_QUANTITY;
    changed(order.side(), order.limit());
  }

  private void changed(Side side, BigDecimal price) {
    changes.add(new BookChange(side, price, desk.book.total(side, price)));
  }

  /** Adds a public trade; gives its number. */
  long traded(LiveOrder taker, BigDecimal price, BigDecimal quantity) {
    boolean limited = taker.limitPrice != null;
    TradeOrderType type = limited ? TradeOrderType.LIMIT : TradeOrderType.MARKET;
    fills.add(new Fill(taker.side(), price, quantity, type));
    return desk.pair.lastTradeId() + fills.size();
  }

  void tell(Kind kind, LiveOrder order) {
    tell(kind, order, null);
  }

  /** Keeps what an order is like now for its account. */
  void tell(Kind kind, LiveOrder order, @Nullable AccountFill fill) {
    order.time = time;
    if (accounts.isClient(order.account)) {
      BigDecimal rate = order.account.rateCount(desk.pair.pair(), time);
      tell(order.account, new AccountEvent(kind, order.view(), fill, null, rate, time));
    }
  }

  void tell(Account account, AccountEvent event) {
    told.add(() -> account.tell(event));
  }

  MarketEvent event() {
    return new MarketEvent(changes, fills, level3);
  }

  boolean changedNothing() {
    return changes.isEmpty() && fills.isEmpty();
  }

  List<BigDecimal> tradedPrices() {
    return fills.stream().map(Fill::price).distinct().toList();
  }

  /** The last price this action traded at, or the one before it. */
  BigDecimal lastPrice() {
    return fills.isEmpty() ? desk.pair.lastPrice() : fills.get(fills.size() - 1).price();
  }

  void tellAccounts() {
    told.forEach(Runnable::run);
  }
}
