package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Account;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.testkit.exchange.AccountAudit;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedFill;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hears an account's orders and fills, and compares them with the exchange's ledger. */
final class AccountProbe {
  final Heard<OrderUpdate> orders = new Heard<>();
  final Heard<Fill> fills = new Heard<>();
  private final Account account;

  AccountProbe(Account account) {
    this.account = account;
    account.orders(orders);
    account.fills(fills);
  }

  /** Every order as it was told last. */
  Map<String, Order> told() {
    Map<String, Order> told = new LinkedHashMap<>();
    orders.events().forEach(update -> told.put(update.order().id(), update.order()));
    return told;
  }

  /** That all orders and fills were told, fills once, and stand as they really are. */
  void assertEquals(AccountAudit audit, VirtualExchange world) {
    assertThat(fills.events())
        .extracting(Fill::id)
        .as("fills told")
        .containsExactlyInAnyOrderElementsOf(
            audit.fills().stream().map(AuditedFill::execId).toList());
    Map<String, Order> told = told();
    for (AuditedOrder order : audit.orders()) {
      assertThat(told).as("orders told").containsKey(order.id());
      assertSame(told.get(order.id()), order);
    }
    var open = account.openOrders().toCompletableFuture();
    world.run();
    List<String> really =
        audit.orders().stream().filter(order -> !order.isFinal()).map(AuditedOrder::id).toList();
    assertThat(open.join())
        .extracting(Order::id)
        .as("open orders")
        .containsExactlyInAnyOrderElementsOf(really);
  }

  private static void assertSame(Order told, AuditedOrder truth) {
    OrderStatus status = AuditedOrders.status(truth);
    assertThat(told.status()).as("status of %s, told as %s", truth, told).isEqualTo(status);
    if (told.executedQuantity() != null) {
      assertThat(told.executedQuantity())
          .as("executed of %s", truth)
          .isEqualByComparingTo(truth.filled());
    }
    if (truth.limitPrice() != null && told.limitPrice() != null && !truth.isFinal()) {
      assertThat(told.limitPrice().value())
          .as("limit of %s", truth)
          .isEqualByComparingTo(truth.limitPrice());
    }
  }
}
