package io.krakenspot.testkit.exchange.internal.session;

import io.krakenspot.market.Pair;
import io.krakenspot.testkit.exchange.AccountAudit;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedFill;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedOrder;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedPosition;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent;
import io.krakenspot.testkit.exchange.internal.engine.AccountFill;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.engine.LedgerEntry;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.engine.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The truth about one account. */
final class AuditBook {
  private final Map<String, AuditedOrder> orders = new LinkedHashMap<>();
  private final List<AuditedFill> fills = new ArrayList<>();
  private final Map<String, BigDecimal> balances = new LinkedHashMap<>();
  private List<AuditedPosition> positions = List.of();
  private final Map<String, Integer> addRequests = new LinkedHashMap<>();

  /** Writes down what happens to an account from now on. */
  void follow(Account account) {
    account.listen(event -> happened(event, account));
  }

  private synchronized void happened(AccountEvent event, Account account) {
    EngineOrder order = event.order();
    if (order != null) {
      orders.put(order.id(), audited(order));
    }
    AccountFill fill = event.fill();
    if (fill != null) {
      fills.add(audited(fill));
      positions = account.positions().entrySet().stream().map(AuditBook::audited).toList();
    }
    LedgerEntry entry = event.ledger();
    if (entry != null) {
      balances.put(entry.asset().code(), entry.balance());
    }
  }

  synchronized void added(String clientId) {
    addRequests.merge(clientId, 1, Integer::sum);
  }

  synchronized AccountAudit copy() {
    return new AccountAudit(
        List.copyOf(orders.values()),
        List.copyOf(fills),
        Map.copyOf(balances),
        positions,
        Map.copyOf(addRequests));
  }

  private static AuditedOrder audited(EngineOrder order) {
    OrderRequest request = order.request();
    return new AuditedOrder(
        order.id(),
        request.clientId(),
        request.userref(),
        request.pair(),
        request.side(),
        lower(request.type()).replace('_', '-'),
        lower(order.status()),
        order.quantity(),
        order.limitPrice(),
        order.filled(),
        order.cost(),
        order.fee(),
        order.reason(),
        order.time());
  }

  private static AuditedPosition audited(Map.Entry<Pair, Position> open) {
    Position position = open.getValue();
    return new AuditedPosition(
        position.id(),
        open.getKey(),
        position.side(),
        position.quantity(),
        position.cost(),
        position.margin());
  }

  private static AuditedFill audited(AccountFill fill) {
    OrderRequest request = fill.request();
    return new AuditedFill(
        fill.execId(),
        fill.tradeId(),
        fill.orderId(),
        request.clientId(),
        request.pair(),
        request.side(),
        fill.price(),
        fill.quantity(),
        fill.cost(),
        fill.fee(),
        fill.feeAsset().code(),
        fill.maker(),
        fill.time());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
