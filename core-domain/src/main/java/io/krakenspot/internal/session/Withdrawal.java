package io.krakenspot.internal.session;

import io.krakenspot.order.EditOrder;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import io.krakenspot.port.Command;
import java.util.List;
import java.util.Objects;

/**
 * Which commands that still wait are of no use after a cancel: sent later, they would bring back
 * what it cancels.
 *
 * @param cancel any command; only a cancel withdraws
 * @param orders to find an order by another of its names
 */
record Withdrawal(Command cancel, OrderRecords orders) {
  boolean withdraws(Command waiting) {
    if (cancel instanceof Command.CancelAll) {
      return !(waiting instanceof Command.CancelAllAfter);
    } else if (cancel instanceof Command.Cancel one) {
      return concerns(one.order(), waiting);
    }
    return cancel instanceof Command.CancelBatch batch
        && batch.orders().stream().anyMatch(key -> concerns(key, waiting));
  }

  private boolean concerns(OrderKey key, Command waiting) {
    if (waiting instanceof Command.Place place) {
      return names(key, place.order());
    } else if (waiting instanceof Command.PlaceBatch place) {
      return place.batch().orders().stream().anyMatch(order -> names(key, order));
    } else if (waiting instanceof Command.Amend amend) {
      return same(key, amend.change().order());
    } else if (waiting instanceof Command.Edit edit) {
      EditOrder change = edit.change();
      return same(key, OrderKey.id(change.orderId()))
          || (key instanceof OrderKey.UserReference named
              && Objects.equals(named.userReference(), change.userReference()));
    }
    return false;
  }

  private static boolean names(OrderKey key, NewOrder order) {
    if (key instanceof OrderKey.ClientId named) {
      return named.clientOrderId().equals(order.clientOrderId());
    }
    return key instanceof OrderKey.UserReference named
        && Objects.equals(named.userReference(), order.userReference());
  }

  private boolean same(OrderKey key, OrderKey other) {
    List<Order> named = orders.named(key);
    return key.equals(other) || orders.named(other).stream().anyMatch(named::contains);
  }
}
