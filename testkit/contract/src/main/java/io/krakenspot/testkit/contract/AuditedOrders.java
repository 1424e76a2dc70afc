package io.krakenspot.testkit.contract;

import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.testkit.exchange.AccountAudit;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedOrder;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exchange's records of an account's orders, in the words of the domain. */
final class AuditedOrders {
  private AuditedOrders() {}

  /** Every order of a name, newest first. */
  static List<Order> find(AccountAudit audit, OrderKey key) {
    return audit.orders().stream()
        .sorted(Comparator.comparing(AuditedOrder::time).reversed())
        .map(AuditedOrders::order)
        .filter(order -> order.named(key))
        .toList();
  }

  static Order order(AuditedOrder order) {
    Long userref = order.userref();
    return new Order(
        order.id(),
        status(order),
        OrderAttributes.builder()
            .put(OrderAttribute.CLIENT_ORDER_ID, order.clientId())
            .put(OrderAttribute.USER_REFERENCE, userref == null ? null : userref.intValue())
            .put(OrderAttribute.PAIR, order.pair())
            .put(OrderAttribute.SIDE, order.side())
            .put(OrderAttribute.TYPE, OrderType.of(order.type()))
            .put(OrderAttribute.QUANTITY, order.quantity())
            .put(OrderAttribute.LIMIT_PRICE, price(order.limitPrice()))
            .put(OrderAttribute.EXECUTED_QUANTITY, order.filled())
            .put(OrderAttribute.EXECUTED_COST, order.cost())
            .put(OrderAttribute.FEE, order.fee())
            .put(OrderAttribute.REASON, order.reason())
            .build());
  }

  private static @Nullable OrderPrice price(@Nullable BigDecimal price) {
    return price == null ? null : OrderPrice.of(price);
  }

  static OrderStatus status(AuditedOrder order) {
    return switch (order.status()) {
      case "pending_new" -> OrderStatus.PENDING;
      case "new" -> OrderStatus.NEW;
      case "partially_filled" -> OrderStatus.PARTIALLY_FILLED;
      case "filled" -> OrderStatus.FILLED;
      case "canceled" -> OrderStatus.CANCELED;
      case "expired" -> OrderStatus.EXPIRED;
      default -> OrderStatus.UNKNOWN;
    };
  }
}
