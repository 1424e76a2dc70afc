package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Whether a cancel took effect: the orders it was about are cancelled now. */
final class CancelEvidence<R> implements Evidence<R> {
  private final String what;
  private final Function<OrderRecords, List<Order>> affected;
  private final IntFunction<R> result;
  private final Set<String> openBefore = new LinkedHashSet<>();

  /**
   * Evidence of a cancel.
   *
   * @param what it was about, in words
   * @param affected the orders that it was about, of those that are known
   * @param result what so many cancelled orders result in
   */
  CancelEvidence(String what, Function<OrderRecords, List<Order>> affected, IntFunction<R> result) {
    this.what = what;
    this.affected = affected;
    this.result = result;
  }

  @Override
  public void before(OrderRecords records) {
    for (Order order : affected.apply(records)) {
      if (!order.status().ended()) {
        openBefore.add(order.id());
      }
    }
  }

  @Override
  public List<OrderKey> lookups() {
    return openBefore.stream().map(OrderKey::id).toList();
  }

  @Override
  public @Nullable Fate<R> judge(OrderRecords records, Knowledge knowledge) {
    int cancelled = 0;
    int open = 0;
    int gone = 0;
    for (String id : openBefore) {
      Order order = records.find(id);
      if (order == null || order.status() == OrderStatus.GONE) {
        gone++;
      } else if (!order.status().ended()) {
        open++;
      } else if (order.status() == OrderStatus.CANCELED) {
        cancelled++;
      }
    }
    if (open == 0 && gone == 0 && cancelled > 0) {
      return Evidence.tookEffect(result.apply(cancelled));
    }
    if (knowledge == Knowledge.PARTIAL || gone > 0 || cancelled > 0 || openBefore.isEmpty()) {
      return null;
    }
    return Evidence.noEffect(
        open > 0
            ? open + " of " + openBefore.size() + " orders are still open"
            : "the orders had ended before");
  }

  @Override
  public String advice() {
    return "look at the account's open orders, and cancel again what should not be open: " + what;
  }
}
