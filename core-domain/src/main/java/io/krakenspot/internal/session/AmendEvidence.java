package io.krakenspot.internal.session;

import io.krakenspot.market.ByNumber;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.Amended;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.PriceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether an amend took effect: the order is now as it was asked for, and was not before. */
final class AmendEvidence implements Evidence<Amended> {
  private final AmendOrder change;
  private @Nullable Order before;
  private boolean fittedBefore;

  AmendEvidence(AmendOrder change) {
    this.change = change;
  }

  @Override
  public void before(OrderRecords records, Instant now) {
    before = records.find(change.order());
    fittedBefore = before == null || fits(before);
  }

  private boolean fits(Order order) {
    return fits(change.quantity(), order.get(OrderAttribute.QUANTITY))
        && fits(change.displayQuantity(), order.get(OrderAttribute.DISPLAY_QUANTITY))
        && fits(change.limit(), order.get(OrderAttribute.LIMIT_PRICE))
        && fits(change.trigger(), order.get(OrderAttribute.TRIGGER_PRICE));
  }

  private static boolean fits(@Nullable BigDecimal asked, @Nullable BigDecimal now) {
    return asked == null || (now != null && asked.compareTo(now) == 0);
  }

  private static boolean fits(@Nullable OrderPrice asked, @Nullable OrderPrice now) {
    return asked == null || asked.equals(now);
  }

  /** Another amend may have followed. */
  private boolean changed(Order order) {
    Order old = before;
    return old == null
        || Stream.of(
                OrderAttribute.QUANTITY,
                OrderAttribute.DISPLAY_QUANTITY,
                OrderAttribute.LIMIT_PRICE,
                OrderAttribute.TRIGGER_PRICE)
            .anyMatch(one -> !ByNumber.same(old.get(one), order.get(one)));
  }

  /** A distance is turned into a price, which cannot be foreseen. */
  private boolean comparable() {
    OrderPrice limit = change.limit();
    OrderPrice trigger = change.trigger();
    return !fittedBefore
        && (limit == null || limit.type() == PriceType.STATIC)
        && (trigger == null || trigger.type() == PriceType.STATIC);
  }

  @Override
  public List<OrderKey> lookups() {
    return List.of(change.order());
  }

  @Override
  public @Nullable Fate<Amended> judge(OrderRecords records, Knowledge knowledge) {
    Order order = records.find(change.order());
    if (order == null || !comparable()) {
      return null;
    }
    if (fits(order)) {
      return Evidence.tookEffect(new Amended(change.order(), null));
    }
    if (knowledge == Knowledge.PARTIAL || order.status() == OrderStatus.GONE || changed(order)) {
      return null;
    }
    return Evidence.noEffect(
        "the order is not as it was asked for; it is " + order.status() + " now");
  }

  @Override
  public String advice() {
    return "look at the order as it stands, and amend it again if need be: " + change.order();
  }
}
