package io.krakenspot.testkit.exchange.internal.v2.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.AccountFill;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.engine.MarginFill;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import io.krakenspot.testkit.exchange.internal.market.Market;
import io.krakenspot.testkit.exchange.internal.market.PairSpec;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Time;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes a fill, as it stands in {@code trade} and in snapshots. */
final class FillReport {
  private final AccountFill fill;
  private final EngineOrder order;
  private final Market market;
  private final Digits digits;

  FillReport(AccountFill fill, EngineOrder order, Market market) {
    this.fill = fill;
    this.order = order;
    this.market = market;
    this.digits = new Digits(market, fill.request().pair());
  }

  /** With what the order has come to. */
  ObjectNode asEvent() {
    return base()
        .put("cum_qty", Digits.quantity(order.filled()))
        .put("cum_cost", Digits.cost(order.cost()))
        .put("avg_price", digits.price(order.averagePrice()));
  }

  ObjectNode inSnapshot() {
    return base();
  }

  private ObjectNode base() {
    OrderRequest request = fill.request();
    ObjectNode report = Json.object().put("order_id", fill.orderId());
    Names.client(report, request)
        .put("exec_id", fill.execId())
        .put("exec_type", "trade")
        .put("trade_id", fill.tradeId())
        .put("symbol", request.pair().toString())
        .put("side", Names.lower(request.side()))
        .put("last_qty", Digits.quantity(fill.quantity()))
        .put("last_price", digits.price(fill.price()))
        .put("liquidity_ind", fill.maker() ? "m" : "t")
        .put("cost", Digits.cost(fill.cost()))
        .put("order_status", Names.lower(order.status()))
        .put("order_type", Names.dashed(request.type()));
    MarginFill margin = fill.margin();
    if (margin != null) {
      report
          .put("margin", true)
          .put("margin_borrow", true)
          .put("position_status", Names.lower(margin.status()));
    }
    if (request.senderSubId() != null) {
      report.put("sender_sub_id", request.senderSubId());
    }
    report
        .put("timestamp", V2Time.micros(fill.time()))
        .put("fee_usd_equiv", digits.dollars(feeInQuote()));
    report.putArray("fees").add(fee());
    return report;
  }

  private ObjectNode fee() {
    return Json.object()
        .put("asset", fill.feeAsset().code())
        .put("qty", fill.fee().setScale(feeDecimals(), RoundingMode.HALF_UP));
  }

  private int feeDecimals() {
    return inQuote() ? PairSpec.COST_DECIMALS : fill.feeAsset().decimals();
  }

  private boolean inQuote() {
    AssetSpec quote = market.get(fill.request().pair()).spec().quote();
    return fill.feeAsset().equals(quote);
  }

  private BigDecimal feeInQuote() {
    return inQuote() ? fill.fee() : fill.fee().multiply(fill.price());
  }
}
