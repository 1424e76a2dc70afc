package io.krakenspot.internal.session;

import io.krakenspot.order.Fill;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.port.Loop;
import io.krakenspot.port.OrderLookup;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how orders ended that were open before a link was lost and are so no longer, or that
 * came and ended meanwhile; a known order whose end cannot be found out is {@link
 * OrderStatus#GONE}. Lives on the loop.
 */
final class UnheardEnds {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration HEARD_OF_WITHIN = Duration.ofSeconds(5);
  private static final int MOST_LOOKUPS = 10;

  private final Loop loop;
  private final @Nullable OrderLookup lookup;
  private final OrderRecords orders;
  private final BooleanSupplier known;
  private final Consumer<Order> ended;
  private final Map<String, Loop.Timer> again = new HashMap<>();
  private long stops;

  /**
   * Finds nothing out yet.
   *
   * @param known whether the feed tells of all orders now
   * @param ended hears how an order ended
   */
  UnheardEnds(
      Loop loop,
      @Nullable OrderLookup lookup,
      OrderRecords orders,
      BooleanSupplier known,
      Consumer<Order> ended) {
    this.loop = loop;
    this.lookup = lookup;
    this.orders = orders;
    this.known = known;
    this.ended = ended;
  }

  /** An order is open no longer. */
  void of(Order order) {
    OrderLookup records = lookup;
    if (records == null) {
      gone(order);
    } else {
      lookUp(records, order, 1);
    }
  }

  /** There was a fill of an order that was never heard of. */
  void of(Fill fill) {
    OrderLookup records = lookup;
    if (records != null) {
      lookUp(records, new Order(fill.orderId(), OrderStatus.UNKNOWN, OrderAttributes.NONE), 1);
    }
  }

  /**
   * An order was accepted, and the feed has not told of it: if it does not, the order had ended
   * before the feed's snapshot, and the answer came late.
   */
  void unlessHeardOf(String orderId) {
    later(
        orderId,
        HEARD_OF_WITHIN,
        () -> {
          Order order = orders.find(orderId);
          if (order != null && order.status() == OrderStatus.PENDING && known.getAsBoolean()) {
            of(order);
          }
        });
  }

  private void lookUp(OrderLookup records, Order order, int time) {
    long begun = stops;
    var unused =
        records
            .find(OrderKey.id(order.id()))
            .whenComplete(
                (found, failure) ->
                    loop.execute(
                        () -> {
                          boolean askOn = begun == stops;
                          if (failure == null) {
                            askOn &= !lookedUp(order, found) && time < MOST_LOOKUPS;
                          } else if (askOn && time == MOST_LOOKUPS) {
                            askOn = !lookedUp(order, List.of());
                          }
                          if (askOn) {
                            later(order.id(), PAUSE, () -> lookUp(records, order, time + 1));
                          }
                        }));
  }

  private void later(String orderId, Duration pause, Runnable task) {
    Loop.Timer before =
        again.put(
            orderId,
            loop.schedule(
                pause,
                () -> {
                  again.remove(orderId);
                  task.run();
                }));
    if (before != null) {
      before.cancel();
    }
  }

  /** Whether all is known; the records may be behind the feed, which says that it is not open. */
  private boolean lookedUp(Order order, List<Order> found) {
    Order present = orders.find(order.id());
    if (present != null && present.status().ended()) {
      return true;
    }
    for (Order record : found) {
      if (record.id().equals(order.id()) && record.status().ended()) {
        ended.accept(record);
        return true;
      }
    }
    if (found.isEmpty() && present != null) {
      gone(order);
    }
    return found.isEmpty();
  }

  private void gone(Order order) {
    OrderAttributes reason =
        OrderAttributes.builder()
            .put(OrderAttribute.REASON, "ended while there was no link; how is not known")
            .build();
    ended.accept(new Order(order.id(), OrderStatus.GONE, reason));
  }

  /** Asks no more: the link is lost, or the client closed. */
  void stop() {
    stops++;
    again.values().forEach(Loop.Timer::cancel);
    again.clear();
  }
}
