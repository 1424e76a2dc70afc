package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import io.krakenspot.port.Loop;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent.Kind;
import io.krakenspot.testkit.exchange.internal.market.Market;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What becomes of an order, from acceptance to its end. */
final class Lifecycle {
  private final Loop loop;
  private final Market market;
  private final Supplier<Instant> clock;
  private final Accounts accounts;
  private final Ids ids;
  private final Matcher matcher;
  private final Deque<Runnable> followUps = new ArrayDeque<>();
  private Instant lastQueueTime = Instant.MIN;
  private boolean busy;

  Lifecycle(
      Loop loop,
      Market market,
      Supplier<Instant> clock,
      Accounts accounts,
      Ids ids,
      Settlement settlement) {
    this.loop = loop;
    this.market = market;
    this.clock = clock;
    this.accounts = accounts;
    this.ids = ids;
    this.matcher = new Matcher(this, settlement, accounts);
  }

  Matcher matcher() {
    return matcher;
  }

  /** Does one thing, tells it, and then does what it set off. */
  void run(PairDesk desk, Consumer<Action> work) {
    act(desk, work);
    if (!busy) {
      busy = true;
      try {
        drain();
      } finally {
        busy = false;
      }
    }
  }

  private void drain() {
    for (Runnable next = followUps.poll(); next != null; next = followUps.poll()) {
      next.run();
    }
  }

  private void act(PairDesk desk, Consumer<Action> work) {
    Action action = new Action(desk, accounts, clock.get(), this::queueTime);
    work.accept(action);
    TwoSides.keep(action, this);
    if (!action.changedNothing()) {
      market.apply(desk.pair, action.event(), action.time);
    }
    List<BigDecimal> prices = action.tradedPrices();
    if (!prices.isEmpty() && !desk.waiting.isEmpty()) {
      followUps.add(() -> act(desk, next -> watch(next, prices)));
    }
    action.tellAccounts();
  }

  /** The past and the opening of a pair, which nobody is told. */
  void prepare(PairDesk desk, Consumer<Action> work) {
    Action action = new Action(desk, accounts, clock.get(), this::queueTime);
    work.accept(action);
    market.prepare(desk.pair, action.event(), action.time);
  }

  /** No two orders take their places at the same nanosecond. */
  private Instant queueTime() {
    Instant now = clock.get();
    lastQueueTime = now.isAfter(lastQueueTime) ? now : lastQueueTime.plusNanos(1);
    return lastQueueTime;
  }

  LiveOrder create(
      Account account,
      PairDesk desk,
      OrderRequest request,
      BigDecimal quantity,
      @Nullable String parentId) {
    Instant now = clock.get();
    BigDecimal amount = Money.quantity(quantity);
    LiveOrder order =
        new LiveOrder(ids.order(), account, desk.pair, request, amount, parentId, now);
    if (order.limitTerms != null && !request.type().trailing()) {
      order.limitPrice = desk.onTick(order.limitTerms.from(desk.pair.lastPrice()));
    }
    if (request.trigger() != null) {
      order.trigger = Triggers.set(order, request.trigger(), desk.pair.lastPrice(), desk);
    }
    return order;
  }

  /** A limit order of the crowd. */
  LiveOrder anonymous(PairDesk desk, Side side, BigDecimal price, BigDecimal quantity) {
    OrderRequest request =
        OrderRequest.of(desk.pair.pair(), side, OrderType.LIMIT)
            .limitPrice(OrderPrice.of(price))
            .build();
    return create(accounts.anonymous(), desk, request, quantity, null);
  }

  /** Accepts an order, which begins at once or at its time. */
  void place(Action action, LiveOrder order) {
    order.account.opened(order);
    action.tell(Kind.PENDING_NEW, order);
    Instant start = order.request.effectiveTime();
    if (start != null && start.isAfter(action.time)) {
      order.timer = at(start, action, order, begun -> begin(begun, order));
    } else {
      begin(action, order);
    }
  }

  private Loop.Timer at(Instant time, Action action, LiveOrder order, Consumer<Action> work) {
    Duration delay = Duration.between(loop.now(), time);
    return loop.schedule(
        delay.isNegative() ? Duration.ZERO : delay,
        () -> {
          if (!order.status.isFinal()) {
            run(action.desk, work);
          }
        });
  }

  private void begin(Action action, LiveOrder order) {
    order.status = OrderStatus.NEW;
    action.tell(Kind.NEW, order);
    Instant end = order.request.expireTime();
    order.timer = end == null ? null : at(end, action, order, ended -> expire(ended, order));
    if (order.trigger == null) {
      execute(action, order);
    } else {
      action.desk.waiting.add(order);
      watch(action, order, action.desk.pair.lastPrice());
    }
  }

  /** Matches an order and lets the rest of it stand, if it may. */
  void execute(Action action, LiveOrder order) {
    if (order.request.postOnly() && action.desk.book.crosses(order.side(), order.limit())) {
      cancel(action, order, Reasons.POST_ONLY);
    } else if (order.request.timeInForce() == TimeInForce.FOK && tooLittle(action, order)) {
      cancel(action, order, Reasons.FILL_OR_KILL);
    } else {
      matcher.match(action, order);
      rest(action, order);
    }
  }

  private boolean tooLittle(Action action, LiveOrder order) {
    BigDecimal got = matcher.fillable(action.desk, order).min(Matcher.allowed(order));
    return got.compareTo(order.remaining()) < 0;
  }

  private void rest(Action action, LiveOrder order) {
    if (order.status.isFinal() || order.done()) {
      return;
    }
    if (matcher.hasReduced(order)) {
      cancel(action, order, Reasons.REDUCE_ONLY);
    } else if (order.limitPrice == null) {
      cancel(action, order, Reasons.NO_MORE);
    } else if (order.request.timeInForce() == TimeInForce.IOC) {
      cancel(action, order, Reasons.IMMEDIATE);
    } else {
      action.enter(order);
    }
  }

  /** Follows a fill: closing orders, the next slice, the end. */
  void filled(Action action, LiveOrder order, BigDecimal quantity) {
    if (order.request.close() != null) {
      followUps.add(() -> close(action.desk, order, quantity));
    }
    if (order.done()) {
      end(action, order, OrderStatus.FILLED, Kind.FILLED);
    } else if (order.displayQuantity != null && order.resting && !order.inBook()) {
      matcher.refill(action, order);
    }
  }

  private void close(PairDesk desk, LiveOrder parent, BigDecimal quantity) {
    OrderRequest request = Closing.request(parent);
    LiveOrder order = create(parent.account, desk, request, quantity, parent.id);
    boolean covered = Reservation.of(order).isCovered(order.account);
    act(
        desk,
        action -> {
          if (covered) {
            place(action, order);
          } else {
            order.account.opened(order);
            action.tell(Kind.PENDING_NEW, order);
            cancel(action, order, Reasons.FUNDS);
          }
        });
  }

  private void watch(Action action, List<BigDecimal> prices) {
    for (BigDecimal price : prices) {
      for (LiveOrder order : List.copyOf(action.desk.waiting)) {
        watch(action, order, price);
      }
    }
  }

  /** Moves or fires the trigger of an order that waits. */
  void watch(Action action, LiveOrder order, BigDecimal price) {
    TriggerState state = order.trigger;
    if (state == null) {
      return;
    }
    TriggerState followed = Triggers.followed(order, state, price, action.desk);
    if (followed != null) {
      order.trigger = followed;
      action.tell(Kind.STATUS, order);
    } else if (Triggers.met(order, state, price)) {
      fire(action, order, state, price);
    }
  }

  private void fire(Action action, LiveOrder order, TriggerState state, BigDecimal price) {
    action.desk.waiting.remove(order);
    order.trigger =
        new TriggerState(state.terms(), state.actualPrice(), state.peakPrice(), price, action.time);
    if (order.type().trailing() && order.limitTerms != null) {
      BigDecimal limit = state.actualPrice().add(order.limitTerms.distance(state.actualPrice()));
      BigDecimal inBand = limit.max(action.desk.lowest()).min(action.desk.highest());
      order.limitPrice = action.desk.onTick(inBand);
    }
    action.tell(Kind.STATUS, order);
    followUps.add(() -> act(action.desk, next -> wake(next, order)));
  }

  private void wake(Action action, LiveOrder order) {
    if (order.status.isFinal()) {
      return;
    }
    if (order.account.available(Reservation.of(order).asset()).signum() < 0) {
      cancel(action, order, Reasons.FUNDS);
    } else if (!hasMargin(action.desk, order)) {
      cancel(action, order, Reasons.MARGIN);
    } else {
      execute(action, order);
    }
  }

  /** Whether the collateral is enough for what a margin order opens, beside everything else. */
  boolean hasMargin(PairDesk desk, LiveOrder order) {
    return hasMargin(desk, order, null);
  }

  boolean hasMargin(PairDesk desk, LiveOrder order, @Nullable LiveOrder replaced) {
    if (!order.request.margin() || order.request.reduceOnly()) {
      return true;
    }
    if (order.limitPrice == null && !order.waitsForTrigger()) {
      order.marketPrice = matcher.marketPrice(desk, order);
    }
    return order.account.freeMargin(order, replaced).signum() >= 0;
  }

  void cancel(Action action, LiveOrder order, String reason) {
    order.reason = reason;
    end(action, order, OrderStatus.CANCELED, Kind.CANCELED);
  }

  private void expire(Action action, LiveOrder order) {
    end(action, order, OrderStatus.EXPIRED, Kind.EXPIRED);
  }

  private void end(Action action, LiveOrder order, OrderStatus status, Kind kind) {
    if (order.inBook()) {
      action.leave(order);
    }
    action.desk.waiting.remove(order);
    order.stopTimer();
    order.status = status;
    order.account.closed(order);
    action.tell(kind, order);
  }

  Instant now() {
    return clock.get();
  }
}
