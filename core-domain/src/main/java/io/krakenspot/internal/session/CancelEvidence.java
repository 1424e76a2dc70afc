package io.krakenspot.internal.session;

import io.krakenspot.order.Fate;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderStatus;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Whether a cancel took effect: the orders it was about are cancelled now. */
final class CancelEvidence<R> implements Evidence<R> {
  private final String what;
  private final List<OrderKey> keys;
  private final Function<OrderRecords, List<Order>> affected;
  private final IntFunction<R> result;
  private final Set<String> openBefore = new LinkedHashSet<>();
  private final Set<String> endedBefore = new LinkedHashSet<>();

  private CancelEvidence(
      String what,
      List<OrderKey> keys,
      Function<OrderRecords, List<Order>> affected,
      IntFunction<R> result) {
    this.what = what;
    this.keys = keys;
    this.affected = affected;
    this.result = result;
  }

  /**
   * Evidence of a cancel of what some keys name.
   *
   * @param keys of the orders
   * @param result what so many cancelled orders result in
   */
  static <R> CancelEvidence<R> of(List<OrderKey> keys, IntFunction<R> result) {
    return new CancelEvidence<>(
        keys.size() == 1 ? keys.get(0).toString() : keys.toString(),
        keys,
        records -> keys.stream().flatMap(key -> records.named(key).stream()).distinct().toList(),
        result);
  }

  /**
   * Evidence of a cancel of all open orders.
   *
   * @param result what so many cancelled orders result in
   */
  static <R> CancelEvidence<R> ofAll(IntFunction<R> result) {
    return new CancelEvidence<>("all orders", List.of(), OrderRecords::open, result);
  }

  @Override
  public void before(OrderRecords records, Instant now) {
    for (Order order : affected.apply(records)) {
      (order.status().ended() ? endedBefore : openBefore).add(order.id());
    }
  }

  @Override
  public List<OrderKey> lookups() {
    return openBefore.isEmpty() ? keys : openBefore.stream().map(OrderKey::id).toList();
  }

  @Override
  public @Nullable Fate<R> judge(OrderRecords records, Knowledge knowledge) {
    Set<String> meant = openBefore.isEmpty() ? foundSince(records) : openBefore;
    int cancelled = 0;
    int open = 0;
    int gone = 0;
    for (String id : meant) {
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
    if (knowledge == Knowledge.PARTIAL || gone > 0 || cancelled > 0) {
      return null;
    }
    if (open > 0) {
      return Evidence.noEffect(open + " of " + meant.size() + " orders are still open");
    }
    boolean allEnded = !meant.isEmpty() || !endedBefore.isEmpty();
    return allEnded || (knowledge == Knowledge.ALL_ORDERS && !keys.isEmpty())
        ? Evidence.noEffect(allEnded ? "the orders had ended before" : "there is no such order")
        : null;
  }

  /** Orders so named that the records did not know when the cancel was sent. */
  private Set<String> foundSince(OrderRecords records) {
    Set<String> found = new LinkedHashSet<>();
    if (!keys.isEmpty()) {
      affected.apply(records).forEach(order -> found.add(order.id()));
      found.removeAll(endedBefore);
    }
    return found;
  }

  @Override
  public String advice() {
    return "look at the account's open orders, and cancel again what should not be open: " + what;
  }
}
