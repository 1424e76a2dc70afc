package io.krakenspot.internal.session;

import io.krakenspot.order.EditOrder;
import io.krakenspot.order.Edited;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether an edit took effect: its order is cancelled, and another has come that is as it was asked
 * for.
 */
final class EditEvidence implements Evidence<Edited> {
  private final EditOrder change;
  private Set<String> knownBefore = Set.of();

  EditEvidence(EditOrder change) {
    this.change = change;
  }

  @Override
  public void before(OrderRecords records, Instant now) {
    knownBefore = records.all().stream().map(Order::id).collect(Collectors.toSet());
  }

  @Override
  public List<OrderKey> lookups() {
    return List.of(OrderKey.id(change.orderId()));
  }

  @Override
  public @Nullable Fate<Edited> judge(OrderRecords records, Knowledge knowledge) {
    Order original = records.find(change.orderId());
    if (original == null || change.validateOnly()) {
      return null;
    }
    if (original.status() == OrderStatus.CANCELED) {
      for (Order order : records.all()) {
        if (!knownBefore.contains(order.id()) && replaces(order)) {
          return Evidence.tookEffect(new Edited(order.id(), change.orderId(), null));
        }
      }
      return null;
    }
    if (knowledge == Knowledge.PARTIAL || original.status() == OrderStatus.GONE) {
      return null;
    }
    return Evidence.noEffect("the order is " + original.status() + " and was not replaced");
  }

  private boolean replaces(Order order) {
    return change.pair().equals(order.pair())
        && fits(change.quantity(), order.quantity())
        && (change.limit() == null || change.limit().equals(order.limitPrice()))
        && (change.userReference() == null
            || Objects.equals(change.userReference(), order.userReference()));
  }

  private static boolean fits(@Nullable BigDecimal asked, @Nullable BigDecimal now) {
    return asked == null || (now != null && asked.compareTo(now) == 0);
  }

  @Override
  public String advice() {
    return "look whether " + change.orderId() + " is cancelled and what has replaced it";
  }
}
