package io.krakenspot.console.internal.event;

import io.krakenspot.account.Balance;
import io.krakenspot.account.LedgerEntry;
import io.krakenspot.account.Wallet;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.Fee;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.PriceType;
import org.jspecify.annotations.Nullable;

/** Orders, fills and balances as JSON lines. */
final class JsonAccount {
  private JsonAccount() {}

  /** An order as it stands: every attribute that is known, by its own name. */
  static JsonLine order(OrderUpdate update) {
    Order order = update.order();
    JsonLine line =
        JsonLine.event("order")
            .with("kind", update.kind())
            .with("orderId", order.id())
            .with("status", order.status());
    for (OrderAttribute<?> attribute : OrderAttribute.all()) {
      line.with(attribute.name(), value(order.get(attribute)));
    }
    return line;
  }

  private static @Nullable Object value(@Nullable Object attribute) {
    if (attribute instanceof OrderPrice price) {
      return price(price);
    }
    return attribute instanceof ConditionalClose close
        ? JsonLine.empty()
            .with("orderType", close.type())
            .with("trigger", price(close.trigger()))
            .with("limit", price(close.limit()))
        : attribute;
  }

  private static @Nullable Object price(@Nullable OrderPrice price) {
    return price == null || price.type() != PriceType.STATIC ? textOf(price) : price.value();
  }

  private static @Nullable String textOf(@Nullable OrderPrice price) {
    return price == null ? null : price.toString();
  }

  static JsonLine fill(Fill fill) {
    return JsonLine.event("fill")
        .with("id", fill.id())
        .with("tradeId", fill.tradeId())
        .with("orderId", fill.orderId())
        .with("clientOrderId", fill.clientOrderId())
        .with("userReference", fill.userReference())
        .with("pair", fill.pair())
        .with("side", fill.side())
        .with("orderType", fill.orderType())
        .with("quantity", fill.quantity())
        .with("price", fill.price())
        .with("cost", fill.cost())
        .with("fees", fill.fees().stream().map(JsonAccount::fee).toList())
        .with("liquidity", fill.liquidity())
        .with("timestamp", fill.timestamp())
        .with("feeUsd", fill.feeUsd())
        .with("margin", fill.margin())
        .with("initialMargin", fill.initialMargin())
        .with("marginBorrow", fill.marginBorrow())
        .with("positionId", fill.positionId())
        .with("liquidated", fill.liquidated())
        .with("externalId", fill.externalId())
        .with("user", fill.user());
  }

  private static JsonLine fee(Fee fee) {
    return JsonLine.empty().with("asset", fee.asset()).with("quantity", fee.quantity());
  }

  static JsonLine balance(Balance balance) {
    return JsonLine.event("balance")
        .with("asset", balance.asset())
        .with("assetClass", balance.assetClass())
        .with("total", balance.total())
        .with("wallets", balance.wallets().stream().map(JsonAccount::wallet).toList());
  }

  private static JsonLine wallet(Wallet wallet) {
    return JsonLine.empty()
        .with("type", wallet.type())
        .with("id", wallet.id())
        .with("balance", wallet.balance());
  }

  static JsonLine ledger(LedgerEntry entry) {
    return JsonLine.event("ledger")
        .with("id", entry.id())
        .with("referenceId", entry.referenceId())
        .with("asset", entry.asset())
        .with("assetClass", entry.assetClass())
        .with("amount", entry.amount())
        .with("fee", entry.fee())
        .with("total", entry.total())
        .with("type", entry.type())
        .with("subtype", entry.subtype())
        .with("category", entry.category())
        .with("walletType", entry.walletType())
        .with("walletId", entry.walletId())
        .with("timestamp", entry.timestamp())
        .with("user", entry.user());
  }
}
