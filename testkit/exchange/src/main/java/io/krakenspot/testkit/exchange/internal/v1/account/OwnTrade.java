package io.krakenspot.testkit.exchange.internal.v1.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.AccountFill;
import io.krakenspot.testkit.exchange.internal.engine.MarginFill;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.OrderText;
import io.krakenspot.testkit.exchange.internal.v1.wire.V1Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes a trade of {@code ownTrades}, made of one fill or of all fills of a taker's order. */
final class OwnTrade {
  /** Every trade without margin has it. */
  private static final String NO_POSITION = "TKH2SE-M7IF5-CFI7LT";

  private final List<AccountFill> fills;
  private final AccountFill first;
  private final MarketPair pair;

  OwnTrade(List<AccountFill> fills, MarketPair pair) {
    this.fills = fills;
    this.first = fills.get(0);
    this.pair = pair;
  }

  /** Of the first fill. */
  String id() {
    return first.execId();
  }

  ObjectNode update() {
    OrderRequest request = first.request();
    ObjectNode row = inSnapshot();
    String clientId = request.clientId();
    Long userref = request.userref();
    return clientId == null
        ? row.put("userref", userref == null ? 0 : userref)
        : row.put("cl_ord_id", clientId);
  }

  ObjectNode inSnapshot() {
    OrderRequest request = first.request();
    MarginFill position = first.margin();
    BigDecimal cost = sum(AccountFill::cost);
    BigDecimal quantity = sum(AccountFill::quantity);
    BigDecimal price =
        fills.size() == 1
            ? first.price()
            : cost.divide(quantity, pair.spec().v1Decimals(), RoundingMode.HALF_UP);
    ObjectNode row =
        Json.object()
            .put("cost", V1Text.price(pair, cost))
            .put("fee", V1Text.price(pair, sum(this::feeInQuote)))
            .put("margin", V1Text.price(pair, sum(OwnTrade::initialMargin)))
            .put("ordertxid", first.orderId())
            .put("ordertype", OrderText.type(request.type()))
            .put("pair", pair.spec().v1Name())
            .put("postxid", position == null ? NO_POSITION : position.positionId())
            .put("price", V1Text.price(pair, price))
            .put("time", V1Text.time(fills.get(fills.size() - 1).time()))
            .put("type", request.side().name().toLowerCase(Locale.ROOT))
            .put("vol", V1Text.quantity(quantity));
    return position == null ? row : row.put("margin_borrow", true);
  }

  private BigDecimal sum(Function<AccountFill, BigDecimal> amount) {
    return fills.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal feeInQuote(AccountFill fill) {
    boolean inQuote = fill.feeAsset().equals(pair.spec().quote());
    return inQuote ? fill.fee() : fill.fee().multiply(fill.price());
  }

  private static BigDecimal initialMargin(AccountFill fill) {
    MarginFill margin = fill.margin();
    return margin == null ? BigDecimal.ZERO : margin.initialMargin();
  }
}
