package io.krakenspot.internal.session;

import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every open order, and the end of those that the listener believes open. */
final class OrderResync implements Resync<OrderUpdate> {
  private final AccountDesk desk;
  private final Map<String, Order> believedOpen = new LinkedHashMap<>();

  OrderResync(AccountDesk desk) {
    this.desk = desk;
  }

  @Override
  public void told(OrderUpdate update) {
    Order order = update.order();
    if (order.status().ended()) {
      believedOpen.remove(order.id());
    } else {
      believedOpen.put(order.id(), order);
    }
  }

  @Override
  public List<OrderUpdate> events() {
    List<OrderUpdate> updates = new ArrayList<>();
    Map<String, Order> unheard = new LinkedHashMap<>(believedOpen);
    for (Order order : desk.openOrders()) {
      unheard.remove(order.id());
      updates.add(new OrderUpdate(OrderUpdate.Kind.SNAPSHOT, order));
    }
    for (Order order : unheard.values()) {
      updates.add(new OrderUpdate(OrderUpdate.Kind.ENDED_UNHEARD, ended(order)));
    }
    return updates;
  }

  private Order ended(Order before) {
    Order record = desk.order(before.id());
    if (record != null) {
      return record;
    }
    OrderAttributes reason =
        OrderAttributes.builder()
            .put(OrderAttribute.REASON, "ended while the listener was behind; how is not known")
            .build();
    return new Order(before.id(), OrderStatus.GONE, before.attributes().with(reason));
  }
}
