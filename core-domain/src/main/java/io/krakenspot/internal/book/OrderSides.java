package io.krakenspot.internal.book;

import io.krakenspot.market.QueuePosition;
import io.krakenspot.port.PackedOrderId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Both sides of a book of orders. */
record OrderSides(OrderSide asks, OrderSide bids) {
  static OrderSides empty() {
    return new OrderSides(new OrderSide(false), new OrderSide(true));
  }

  OrderSides freeze() {
    return new OrderSides(asks.freeze(), bids.freeze());
  }

  Optional<QueuePosition> position(String orderId) {
    PackedOrderId id = new PackedOrderId();
    id.read(orderId);
    @Nullable QueuePosition ask = asks.position(id);
    return Optional.ofNullable(ask == null ? bids.position(id) : ask);
  }
}
