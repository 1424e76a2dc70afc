package io.krakenspot.internal.session;

import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.PriceType;
import io.krakenspot.order.Trigger;
import io.krakenspot.port.OrderReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The orders of the account that were heard of, each put together from all reports of it: a report
 * changes what it carries and nothing else, and an order that has ended stays ended. Lives on the
 * loop.
 */
final class OrderRecords {
  private static final int ENDED_KEPT = 2_000;

  private final Map<String, Order> open = new LinkedHashMap<>();
  private final OrderNames names = new OrderNames();
  private final Map<String, Order> ended = new Newest<>(names::remove);
  private final Map<String, NewOrder> claims = new Newest<>(any -> {});

  private static final class Newest<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<V> dropped;

    private Newest(Consumer<V> dropped) {
      this.dropped = dropped;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      boolean full = size() > ENDED_KEPT;
      if (full) {
        dropped.accept(eldest.getValue());
      }
      return full;
    }
  }

  /** Takes a report in; null if it is of an order that has ended. */
  @Nullable OrderUpdate apply(OrderReport report) {
    Order known = find(report.orderId());
    if (known != null && known.status().ended() && known.status() != OrderStatus.GONE) {
      return null;
    }
    OrderAttributes before = known == null ? OrderAttributes.NONE : known.attributes();
    OrderAttributes all =
        before.with(
            OrderAttributes.builder()
                .put(
                    before.get(OrderAttribute.OPENED) == null
                        ? OrderAttribute.OPENED
                        : OrderAttribute.UPDATED,
                    report.timestamp())
                .build()
                .with(report.attributes()));
    OrderStatus status = status(known == null ? null : known.status(), report, all);
    Order order = new Order(report.orderId(), status, all);
    keep(order);
    return new OrderUpdate(report.kind(), order);
  }

  private static OrderStatus status(
      @Nullable OrderStatus before, OrderReport report, OrderAttributes all) {
    OrderStatus told = report.status();
    if (told != null && told.ended()) {
      return told;
    }
    BigDecimal executed = all.get(OrderAttribute.EXECUTED_QUANTITY);
    if (executed != null && executed.signum() > 0) {
      return OrderStatus.PARTIALLY_FILLED;
    }
    if (told == null || (told == OrderStatus.PENDING && before != null)) {
      return before == null || before == OrderStatus.GONE ? OrderStatus.UNKNOWN : before;
    }
    return told;
  }

  /** What the exchange's records say of an order that ended while nobody was listening. */
  OrderUpdate endedUnheard(Order found) {
    Order known = find(found.id());
    Order order =
        known == null
            ? found
            : new Order(found.id(), found.status(), known.attributes().with(found.attributes()));
    keep(order);
    return new OrderUpdate(OrderUpdate.Kind.ENDED_UNHEARD, order);
  }

  /**
   * An order that a look-up tells of. What it says of one that has ended is final. Of an open one
   * it fills what the feed has not told, such as the client's own id where the frame that has it
   * was lost; what an amend changes counts as the look-up says, unless the feed has told something
   * since.
   *
   * @param asked what was known of it when the look-up was asked for
   */
  void found(Order found, @Nullable Order asked) {
    Order known = find(found.id());
    if (known == null) {
      keep(found);
      return;
    }
    boolean last = known.status().ended() && found.status().ended();
    OrderAttributes all =
        last
            ? known.attributes().with(found.attributes())
            : found.attributes().with(known.attributes());
    keep(
        new Order(
            known.id(),
            known.status() == OrderStatus.GONE ? found.status() : known.status(),
            known.equals(asked) ? all.with(terms(found)) : all));
  }

  /** Whether a look-up shows an amend of which the feed has not told. */
  boolean missedAnAmend(Order found, @Nullable Order asked) {
    Order known = find(found.id());
    OrderAttributes terms = terms(found);
    return known != null
        && known.equals(asked)
        && !known.attributes().with(terms).equals(known.attributes());
  }

  /** What an amend can change, where it can be compared: a distance is told in several ways. */
  private static OrderAttributes terms(Order order) {
    OrderPrice limit = order.limitPrice();
    OrderPrice trigger = order.get(OrderAttribute.TRIGGER_PRICE);
    return OrderAttributes.builder()
        .put(OrderAttribute.QUANTITY, order.quantity())
        .put(OrderAttribute.DISPLAY_QUANTITY, order.get(OrderAttribute.DISPLAY_QUANTITY))
        .put(OrderAttribute.LIMIT_PRICE, isStatic(limit) ? limit : null)
        .put(OrderAttribute.TRIGGER_PRICE, isStatic(trigger) ? trigger : null)
        .build();
  }

  private static boolean isStatic(@Nullable OrderPrice price) {
    return price != null && price.type() == PriceType.STATIC;
  }

  /** The exchange accepted an order: what was asked for fills what the feed has not told yet. */
  void placed(String orderId, NewOrder asked) {
    claims.put(orderId, asked);
    Order known = find(orderId);
    OrderAttributes attributes = attributes(asked);
    keep(
        known == null
            ? new Order(orderId, OrderStatus.PENDING, attributes)
            : new Order(orderId, known.status(), attributes.with(known.attributes())));
  }

  /** Whether an order may still turn out to be the one that was asked for. */
  boolean unclaimed(String orderId, NewOrder asked) {
    NewOrder owner = claims.get(orderId);
    return owner == null || owner == asked;
  }

  /** Takes an order for the one that was asked for, unless it is another's already. */
  boolean claim(String orderId, NewOrder asked) {
    NewOrder owner = claims.putIfAbsent(orderId, asked);
    return owner == null || owner == asked;
  }

  private static OrderAttributes attributes(NewOrder asked) {
    Trigger trigger = asked.trigger();
    return OrderAttributes.builder()
        .put(OrderAttribute.PAIR, asked.pair())
        .put(OrderAttribute.SIDE, asked.side())
        .put(OrderAttribute.TYPE, asked.type())
        .put(OrderAttribute.QUANTITY, asked.quantity())
        .put(OrderAttribute.CASH_QUANTITY, asked.cashQuantity())
        .put(OrderAttribute.DISPLAY_QUANTITY, asked.displayQuantity())
        .put(OrderAttribute.LIMIT_PRICE, asked.limit())
        .put(OrderAttribute.TRIGGER_PRICE, trigger == null ? null : trigger.price())
        .put(OrderAttribute.TIME_IN_FORCE, asked.timeInForce())
        .put(OrderAttribute.CLIENT_ORDER_ID, asked.clientOrderId())
        .put(OrderAttribute.USER_REFERENCE, asked.userReference())
        .put(OrderAttribute.CONDITIONAL_CLOSE, asked.conditionalClose())
        .build();
  }

  private void keep(Order order) {
    names.add(order);
    if (order.status().ended()) {
      open.remove(order.id());
      ended.put(order.id(), order);
    } else {
      ended.remove(order.id());
      open.put(order.id(), order);
    }
  }

  @Nullable Order find(String orderId) {
    Order order = open.get(orderId);
    return order == null ? ended.get(orderId) : order;
  }

  /** The order of a key; the newest if it names several. */
  @Nullable Order find(OrderKey key) {
    List<Order> named = named(key);
    return named.isEmpty() ? null : named.get(named.size() - 1);
  }

  /** Every order that a key names, open ones last. */
  List<Order> named(OrderKey key) {
    if (key instanceof OrderKey.Id byId) {
      Order order = find(byId.orderId());
      return order == null ? List.of() : List.of(order);
    }
    List<Order> named = new ArrayList<>();
    for (Map<String, Order> orders : List.of(ended, open)) {
      for (String id : names.named(key)) {
        Order order = orders.get(id);
        if (order != null && order.named(key)) {
          named.add(order);
        }
      }
    }
    return named;
  }

  List<Order> all() {
    List<Order> all = new ArrayList<>(ended.values());
    all.addAll(open.values());
    return all;
  }

  List<Order> open() {
    return List.copyOf(open.values());
  }
}
