package io.krakenspot.v2.internal;

import io.krakenspot.order.Fee;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Liquidity;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row of {@code executions} says of a fill alone. */
final class FillFields {
  private @Nullable String id;
  private @Nullable Long tradeId;
  private @Nullable BigDecimal quantity;
  private @Nullable BigDecimal price;
  private @Nullable BigDecimal cost;
  private @Nullable Liquidity liquidity;
  private @Nullable Boolean marginBorrow;
  private @Nullable String externalId;
  private List<Fee> fees = List.of();

  void field(String name, WireReader in) throws IOException {
    switch (name) {
      case "exec_id" -> id = in.filledText();
      case "trade_id" -> tradeId = in.whole();
      case "last_qty" -> quantity = in.decimal();
      case "last_price" -> price = in.decimal();
      case "cost" -> cost = in.decimal();
      case "liquidity_ind" -> liquidity = ExecutionWords.liquidity(in.text());
      case "fees" -> fees = fees(in);
      case "margin_borrow" -> marginBorrow = in.flag();
      case "ext_exec_id" -> externalId = in.filledText();
      default -> in.unknown();
    }
  }

  private static List<Fee> fees(WireReader in) throws IOException {
    List<Fee> fees = new ArrayList<>();
    in.array();
    while (in.nextElement()) {
      fees.add(fee(in));
    }
    return fees;
  }

  private static Fee fee(WireReader in) throws IOException {
    String asset = null;
    BigDecimal quantity = null;
    in.object();
    while (in.nextField()) {
      switch (in.name()) {
        case "asset" -> asset = in.text();
        case "qty" -> quantity = in.decimal();
        default -> in.unknown();
      }
    }
    return new Fee(in.present(asset, "asset"), in.present(quantity, "qty"));
  }

  boolean isIdentified() {
    return id != null;
  }

  /** The fill, with what the same row says of its order. */
  Fill fill(String orderId, OrderAttributes order, Instant timestamp, WireReader in) {
    return new Fill(
        in.present(id, "exec_id"),
        tradeId,
        orderId,
        order.get(OrderAttribute.CLIENT_ORDER_ID),
        order.get(OrderAttribute.USER_REFERENCE),
        in.present(order.get(OrderAttribute.PAIR), "symbol"),
        in.present(order.get(OrderAttribute.SIDE), "side"),
        in.present(order.get(OrderAttribute.TYPE), "order_type"),
        in.present(quantity, "last_qty"),
        in.present(price, "last_price"),
        in.present(cost, "cost"),
        fees,
        liquidity,
        timestamp,
        order.get(OrderAttribute.FEE_USD),
        order.get(OrderAttribute.MARGIN),
        null,
        marginBorrow,
        null,
        order.get(OrderAttribute.LIQUIDATED),
        externalId,
        order.get(OrderAttribute.USER));
  }
}
