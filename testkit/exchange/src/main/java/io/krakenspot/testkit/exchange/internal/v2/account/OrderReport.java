package io.krakenspot.testkit.exchange.internal.v2.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.CloseTerms;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.engine.FeePreference;
import io.krakenspot.testkit.exchange.internal.engine.OrderPrice;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.engine.OrderStatus;
import io.krakenspot.testkit.exchange.internal.engine.TriggerState;
import io.krakenspot.testkit.exchange.internal.market.Market;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Time;
import java.math.BigDecimal;
import java.time.Instant;

/** Writes an order in full, as it stands in {@code pending_new} and in snapshots. */
final class OrderReport {
  private final EngineOrder order;
  private final OrderRequest request;
  private final Digits digits;

  OrderReport(EngineOrder order, Market market) {
    this.order = order;
    this.request = order.request();
    this.digits = new Digits(market, request.pair());
  }

  ObjectNode full(String execType) {
    ObjectNode report = Json.object().put("order_id", order.id());
    Names.client(report, request).put("symbol", request.pair().toString());
    putQuantities(report);
    report
        .put("time_in_force", request.timeInForce().name())
        .put("exec_type", execType)
        .put("side", Names.lower(request.side()))
        .put("order_type", Names.dashed(request.type()));
    putLimit(report);
    putFlags(report);
    putTimes(report);
    putTrigger(report);
    putOrigin(report);
    return report
        .put("order_status", Names.lower(order.status()))
        .put("fee_usd_equiv", digits.dollars(order.fee()))
        .put("fee_ccy_pref", request.feePreference() == FeePreference.BASE ? "fcib" : "fciq")
        .put("timestamp", V2Time.micros(order.time()));
  }

  ObjectNode inSnapshot() {
    boolean pending = order.status() == OrderStatus.PENDING_NEW;
    ObjectNode report = full(pending ? "pending_new" : "new");
    report
        .put("cum_qty", Digits.quantity(order.filled()))
        .put("avg_price", digits.price(order.averagePrice()));
    if (order.amended()) {
      report.put("amended", true);
    }
    return report;
  }

  private void putQuantities(ObjectNode report) {
    if (order.quantity().signum() > 0) {
      report.put("order_qty", Digits.quantity(order.quantity()));
    }
    BigDecimal cash = request.cashQuantity();
    if (cash != null) {
      report.put("cash_order_qty", Digits.cost(cash));
    }
    putDisplay(report);
    report.put("cum_cost", Digits.cost(order.cost()));
  }

  void putDisplay(ObjectNode report) {
    BigDecimal display = order.displayQuantity();
    if (display != null) {
      report
          .put("display_qty", Digits.quantity(display))
          .put("display_qty_remain", Digits.quantity(order.visibleQuantity()));
    }
  }

  /** A trailing limit stays a distance until the trigger has fired. */
  void putLimit(ObjectNode report) {
    BigDecimal inForce = order.limitPrice();
    OrderPrice asked = request.limitPrice();
    if (inForce != null) {
      report.put("limit_price_type", "static").put("limit_price", digits.price(inForce));
    } else if (asked != null) {
      report
          .put("limit_price_type", Names.lower(asked.kind()))
          .put("limit_price", Names.amount(asked, digits));
    }
  }

  private void putFlags(ObjectNode report) {
    putIf(report, "post_only", request.postOnly());
    putIf(report, "reduce_only", request.reduceOnly());
    putIf(report, "margin", request.margin());
  }

  private static void putIf(ObjectNode report, String name, boolean on) {
    if (on) {
      report.put(name, true);
    }
  }

  private void putTimes(ObjectNode report) {
    Instant effective = request.effectiveTime();
    if (effective != null) {
      report.put("effective_time", V2Time.micros(effective));
    }
    Instant expire = request.expireTime();
    if (expire != null) {
      report.put("expire_time", V2Time.micros(expire));
    }
  }

  /** With the deprecated fields that are still sent. */
  private void putTrigger(ObjectNode report) {
    TriggerState trigger = order.trigger();
    if (trigger == null) {
      report.put("stop_price", digits.price(BigDecimal.ZERO));
      return;
    }
    report
        .put("stop_price", digits.price(trigger.actualPrice()))
        .put("trigger", Names.lower(trigger.terms().reference()));
    putTriggers(report);
  }

  void putTriggers(ObjectNode report) {
    TriggerState trigger = order.trigger();
    if (trigger == null) {
      return;
    }
    OrderPrice price = trigger.terms().price();
    ObjectNode triggers =
        report
            .putObject("triggers")
            .put("reference", Names.lower(trigger.terms().reference()))
            .put("price", Names.amount(price, digits))
            .put("price_type", Names.lower(price.kind()))
            .put("actual_price", digits.price(trigger.actualPrice()));
    BigDecimal peak = trigger.peakPrice();
    if (peak != null) {
      triggers.put("peak_price", digits.price(peak));
    }
    BigDecimal last = trigger.lastPrice();
    if (last != null) {
      triggers.put("last_price", digits.price(last));
    }
    Instant fired = trigger.firedAt();
    triggers.put("status", fired == null ? "untriggered" : "triggered");
    if (fired != null) {
      triggers.put("timestamp", V2Time.micros(fired));
    }
  }

  private void putOrigin(ObjectNode report) {
    CloseTerms close = request.close();
    if (close != null) {
      report.set("contingent", contingent(close));
    }
    if (order.parentId() != null) {
      report.put("ord_ref_id", order.parentId());
    }
    if (request.senderSubId() != null) {
      report.put("sender_sub_id", request.senderSubId());
    }
  }

  private ObjectNode contingent(CloseTerms close) {
    ObjectNode contingent = Json.object().put("order_type", Names.dashed(close.type()));
    OrderPrice trigger = close.triggerPrice();
    if (trigger != null) {
      contingent
          .put("trigger_price", Names.amount(trigger, digits))
          .put("trigger_price_type", Names.lower(trigger.kind()));
    }
    OrderPrice limit = close.limitPrice();
    if (limit != null) {
      contingent
          .put("limit_price", Names.amount(limit, digits))
          .put("limit_price_type", Names.lower(limit.kind()));
    }
    return contingent;
  }
}
