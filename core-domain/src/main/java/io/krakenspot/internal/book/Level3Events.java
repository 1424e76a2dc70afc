package io.krakenspot.internal.book;

import io.krakenspot.market.Level3Event;
import io.krakenspot.market.Level3Order;
import io.krakenspot.port.LevelChanges;
import io.krakenspot.port.OrderChanges;
import io.krakenspot.port.PackedOrderId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a frame said of orders, as values to keep. */
final class Level3Events {
  private Level3Events() {}

  static List<Level3Event> of(OrderChanges orders) {
    List<Level3Event> events = new ArrayList<>(orders.size());
    for (int i = 0; i < orders.size(); i++) {
      events.add(new Level3Event(orders.kind(i), order(orders, i)));
    }
    return List.copyOf(events);
  }

  private static Level3Order order(OrderChanges orders, int index) {
    LevelChanges amounts = orders.amounts();
    String foreignId = orders.foreignId(index);
    return new Level3Order(
        foreignId == null
            ? PackedOrderId.text(orders.idHigh(index), orders.idLow(index))
            : foreignId,
        BigDecimal.valueOf(amounts.price(index), amounts.priceScale(index)),
        Keeper.exactQuantity(amounts, index),
        EpochNanos.instant(orders.epochNanos(index)));
  }

  /** All orders of a side, as a snapshot brings them. */
  static List<Level3Event> of(OrderSide side) {
    List<Level3Event> events = new ArrayList<>();
    for (int level = 0; level < side.size(); level++) {
      for (Level3Order order : side.orders(level)) {
        events.add(new Level3Event(Level3Event.Kind.ADD, order));
      }
    }
    return List.copyOf(events);
  }
}
