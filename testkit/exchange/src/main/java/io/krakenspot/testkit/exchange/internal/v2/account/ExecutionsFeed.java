package io.krakenspot.testkit.exchange.internal.v2.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent.Kind;
import io.krakenspot.testkit.exchange.internal.engine.AccountFill;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.market.Market;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** A subscription of {@code executions}. */
final class ExecutionsFeed extends AccountFeed {
  static final String CHANNEL = "executions";

  /** What is told without {@code order_status}: ends, beginnings and fills. */
  private static final Set<Kind> MAIN_STEPS =
      EnumSet.of(Kind.NEW, Kind.TRADE, Kind.FILLED, Kind.CANCELED, Kind.EXPIRED);

  private static final int SNAPSHOT_FILLS = 50;

  private final Client client;
  private final ApiKey owner;
  private final ExecutionsTerms terms;

  ExecutionsFeed(
      Client client,
      ApiKey owner,
      Account account,
      ExecutionsTerms terms,
      Consumer<ObjectNode> sender) {
    super(CHANNEL, account, sender);
    this.client = client;
    this.owner = owner;
    this.terms = terms;
  }

  @Override
  ObjectNode acknowledgement() {
    return terms.acknowledgement(account().tier().threshold());
  }

  @Override
  void snapshot() {
    if (terms.hasSnapshot()) {
      send("snapshot", rows());
    }
  }

  private ArrayNode rows() {
    ArrayNode rows = Json.array();
    if (terms.orders()) {
      account().openOrders().forEach(order -> rows.add(row(order)));
    }
    if (terms.trades()) {
      newestFills().forEach(fill -> rows.add(row(fill)));
    }
    return rows;
  }

  private ObjectNode row(EngineOrder order) {
    return new OrderReport(order, market()).inSnapshot();
  }

  private ObjectNode row(AccountFill fill) {
    EngineOrder order = Objects.requireNonNull(account().order(fill.orderId()));
    return new FillReport(fill, order, market()).inSnapshot();
  }

  private List<AccountFill> newestFills() {
    List<AccountFill> fills = new ArrayList<>(account().fills());
    Collections.reverse(fills);
    return fills.subList(0, Math.min(SNAPSHOT_FILLS, fills.size()));
  }

  private Market market() {
    return client.venue().market();
  }

  @Override
  public void happened(AccountEvent event) {
    boolean told = terms.everyStep() || MAIN_STEPS.contains(event.kind());
    if (event.kind() == Kind.LEDGER || !told) {
      return;
    }
    ObjectNode report = new EventReport(event, market()).write();
    if (terms.rateCounter()) {
      report.put("ratecount", event.rateCount().max(BigDecimal.ZERO));
    }
    send("update", Json.array().add(report));
    if (event.kind() == Kind.TRADE) {
      client.toldFill(owner);
    }
  }
}
