package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.testkit.exchange.internal.engine.AccountEvent.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Changes an order in place. A higher quantity or another limit costs it its place in the queue.
 */
final class Amending {
  private final Lifecycle lifecycle;
  private final PairDesk desk;
  private final LiveOrder order;
  private final AmendRequest request;
  private final BigDecimal quantity;
  private final @Nullable BigDecimal display;
  private final @Nullable BigDecimal limit;
  private final @Nullable TriggerTerms trigger;

  Amending(Lifecycle lifecycle, PairDesk desk, LiveOrder order, AmendRequest request) {
    this.lifecycle = lifecycle;
    this.desk = desk;
    this.order = order;
    this.request = request;
    BigDecimal wanted = request.quantity();
    this.quantity = wanted == null ? order.quantity : Money.quantity(wanted);
    BigDecimal shown = request.displayQuantity();
    this.display = shown == null ? order.displayQuantity : Money.quantity(shown);
    OrderPrice price = request.limitPrice();
    this.limit = price == null || trailing() ? order.limitPrice : desk.onTick(price.from(last()));
    OrderPrice wake = request.triggerPrice();
    this.trigger =
        wake == null || order.trigger == null
            ? null
            : new TriggerTerms(wake, order.trigger.terms().reference());
  }

  private BigDecimal last() {
    return desk.pair.lastPrice();
  }

  private boolean trailing() {
    return order.type().trailing() && order.waitsForTrigger();
  }

  /** Whether nothing would be left, so that the order ends. */
  boolean ends() {
    return quantity.compareTo(order.filled) <= 0;
  }

  @Nullable String error() {
    if (order.request.close() != null) {
      return Errors.arguments("conditional");
    }
    if (request.changesNothing()) {
      return Errors.arguments("No amendable parameters");
    }
    String late = Terms.deadline(request.deadline(), lifecycle.now());
    return late != null || ends() ? late : Terms.first(misfit(), values(), same(), standing());
  }

  private @Nullable String misfit() {
    boolean limited = order.type().limited();
    if (request.limitPrice() != null && !limited) {
      return Errors.arguments("limit_price");
    }
    if (request.triggerPrice() != null && !order.waitsForTrigger()) {
      return Errors.arguments("trigger_price");
    }
    boolean iceberg = order.displayQuantity != null;
    return request.displayQuantity() != null && !iceberg ? Errors.arguments("display_qty") : null;
  }

  private @Nullable String values() {
    BigDecimal wanted = request.quantity();
    return Terms.first(
        wanted == null ? null : Terms.quantity(desk, wanted),
        limitError(),
        trigger == null ? null : Terms.trigger(desk, order.type(), trigger.price()),
        request.displayQuantity() == null || display == null
            ? null
            : Terms.display(display, quantity.subtract(order.filled)));
  }

  private @Nullable String limitError() {
    OrderPrice price = request.limitPrice();
    if (price == null || limit == null) {
      boolean offset = price == null || !price.isStatic();
      return offset ? null : Errors.arguments("limit_price_type");
    }
    return Terms.first(
        price.isStatic() ? Terms.price(desk, price.value()) : null,
        Terms.band(desk, order.side(), limit),
        Terms.cost(quantity, limit));
  }

  private @Nullable String same() {
    boolean same =
        quantity.compareTo(order.quantity) == 0
            && !displayChanges()
            && !limitChanges()
            && trigger == null;
    return same ? Errors.arguments("No amendable parameters") : null;
  }

  private boolean displayChanges() {
    return display != null
        && order.displayQuantity != null
        && display.compareTo(order.displayQuantity) != 0;
  }

  private boolean limitChanges() {
    OrderPrice price = request.limitPrice();
    if (price == null) {
      return false;
    }
    return limit == null
        ? !price.equals(order.limitTerms)
        : order.limitPrice == null || limit.compareTo(order.limitPrice) != 0;
  }

  /** What depends on the book and on the account. */
  private @Nullable String standing() {
    boolean postOnly = request.postOnly() || order.request.postOnly();
    boolean live = order.status != OrderStatus.PENDING_NEW && !order.waitsForTrigger();
    if (postOnly && live && limit != null && desk.book.crosses(order.side(), limit)) {
      return Errors.POST_ONLY;
    }
    if (order.request.margin()) {
      return marginError();
    }
    Reservation now = Reservation.of(order);
    Reservation then = Reservation.of(order, quantity.subtract(order.filled), worstPrice());
    BigDecimal more = then.amount().subtract(now.amount());
    return more.compareTo(order.account.available(now.asset()).max(BigDecimal.ZERO)) > 0
        ? Errors.FUNDS
        : null;
  }

  /** More than before has to be covered as if it opened something. */
  private @Nullable String marginError() {
    BigDecimal before = order.remaining().multiply(order.dearest());
    BigDecimal after = quantity.subtract(order.filled).multiply(worstPrice());
    BigDecimal more = after.subtract(before);
    if (more.signum() <= 0 || order.request.reduceOnly()) {
      return null;
    }
    BigDecimal needed = Positions.initial(order, more, desk.pair.spec().quote());
    return needed.compareTo(order.account.freeMargin(order, null)) > 0 ? Errors.MARGIN : null;
  }

  private BigDecimal worstPrice() {
    if (limit != null) {
      return limit;
    }
    return trigger == null
        ? order.dearest()
        : Triggers.set(order, trigger, last(), desk).actualPrice();
  }

  void apply(Action action) {
    order.amended = true;
    order.reason = Reasons.USER;
    if (ends()) {
      lifecycle.cancel(action, order, Reasons.USER);
      return;
    }
    boolean back = order.inBook() && (limitChanges() || quantity.compareTo(order.quantity) > 0);
    if (back) {
      action.leave(order);
      order.resting = false;
    }
    change(action);
    if (order.inBook() && order.slice().compareTo(order.visible) < 0) {
      action.show(order, order.slice());
    }
    action.tell(Kind.AMENDED, order);
    if (back) {
      lifecycle.execute(action, order);
    } else if (trigger != null) {
      lifecycle.watch(action, order, action.lastPrice());
    }
  }

  private void change(Action action) {
    order.quantity = quantity;
    order.displayQuantity = display;
    order.limitPrice = limit;
    order.limitTerms = request.limitPrice() == null ? order.limitTerms : request.limitPrice();
    if (trigger != null) {
      order.trigger = Triggers.set(order, trigger, last(), desk);
    }
    order.changeTime = action.time;
  }
}
