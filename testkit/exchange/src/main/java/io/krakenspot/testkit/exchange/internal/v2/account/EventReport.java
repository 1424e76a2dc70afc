package io.krakenspot.testkit.exchange.internal.v2.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.market.Market;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Time;
import java.util.Objects;

/** Writes what happened to an order: in full when it is accepted, then only what changed. */
final class EventReport {
  private final AccountEvent event;
  private final EngineOrder order;
  private final Market market;
  private final OrderReport whole;
  private final Digits digits;

  EventReport(AccountEvent event, Market market) {
    this.event = event;
    this.order = Objects.requireNonNull(event.order());
    this.market = market;
    this.whole = new OrderReport(order, market);
    this.digits = new Digits(market, order.request().pair());
  }

  ObjectNode write() {
    return switch (event.kind()) {
      case PENDING_NEW -> whole.full("pending_new");
      case NEW -> live();
      case TRADE -> new FillReport(Objects.requireNonNull(event.fill()), order, market).asEvent();
      case FILLED -> totals();
      case CANCELED, EXPIRED -> withReason(totals());
      case AMENDED, RESTATED -> changed();
      case ICEBERG_REFILL -> refilled();
      case STATUS -> triggered();
      case LEDGER -> throw new IllegalStateException("no order");
    };
  }

  private ObjectNode sparse() {
    ObjectNode report =
        Json.object()
            .put("timestamp", V2Time.micros(event.time()))
            .put("order_status", Names.lower(order.status()))
            .put("exec_type", Names.lower(event.kind()));
    return Names.client(report, order.request()).put("order_id", order.id());
  }

  private ObjectNode live() {
    ObjectNode report = sparse();
    return order.request().postOnly() ? report.put("post_only", true) : report;
  }

  private ObjectNode totals() {
    return sparse()
        .put("cum_qty", Digits.quantity(order.filled()))
        .put("cum_cost", Digits.cost(order.cost()))
        .put("fee_usd_equiv", digits.dollars(order.fee()))
        .put("avg_price", digits.price(order.averagePrice()));
  }

  private ObjectNode withReason(ObjectNode report) {
    if (order.reason() != null) {
      report.put("cancel_reason", order.reason()).put("reason", order.reason());
    }
    return report;
  }

  private ObjectNode changed() {
    ObjectNode report =
        sparse()
            .put("cum_qty", Digits.quantity(order.filled()))
            .put("amended", order.amended())
            .put("order_qty", Digits.quantity(order.quantity()));
    if (order.reason() != null) {
      report.put("reason", order.reason());
    }
    whole.putDisplay(report);
    whole.putLimit(report);
    whole.putTriggers(report);
    return report;
  }

  private ObjectNode refilled() {
    ObjectNode report = totals();
    whole.putDisplay(report);
    return report;
  }

  private ObjectNode triggered() {
    ObjectNode report = totals();
    whole.putLimit(report);
    whole.putTriggers(report);
    return report;
  }
}
