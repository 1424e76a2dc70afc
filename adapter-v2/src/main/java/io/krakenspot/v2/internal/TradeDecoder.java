package io.krakenspot.v2.internal;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.Trade;
import io.krakenspot.market.TradeOrderType;
import io.krakenspot.port.Inbound;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code trade}. */
final class TradeDecoder extends ListMessage<Trade> {
  private @Nullable Pair pair;
  private @Nullable Side side;
  private @Nullable BigDecimal price;
  private @Nullable BigDecimal quantity;
  private TradeOrderType orderType = TradeOrderType.UNKNOWN;
  private @Nullable Instant timestamp;
  private @Nullable Long id;

  TradeDecoder() {
    super("trade");
  }

  @Override
  void clear() {
    pair = null;
    side = null;
    price = null;
    quantity = null;
    orderType = TradeOrderType.UNKNOWN;
    timestamp = null;
    id = null;
  }

  @Override
  void item(String name, WireReader in) throws IOException {
    switch (name) {
      case "symbol" -> pair = in.pair();
      case "side" -> side = side(in);
      case "price" -> price = in.decimal();
      case "qty" -> quantity = in.decimal();
      case "ord_type" -> orderType = orderType(in.text());
      case "trade_id" -> id = in.whole();
      case "timestamp" -> timestamp = in.instant();
      default -> in.unknown();
    }
  }

  static Side side(WireReader in) throws IOException {
    return switch (in.text()) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default -> throw in.malformed("side: expected buy or sell, found " + in.text());
    };
  }

  private static TradeOrderType orderType(String text) {
    return switch (text) {
      case "limit" -> TradeOrderType.LIMIT;
      case "market" -> TradeOrderType.MARKET;
      default -> TradeOrderType.UNKNOWN;
    };
  }

  @Override
  Trade item(WireReader in) {
    return new Trade(
        in.present(pair, "symbol"),
        in.present(side, "side"),
        in.present(price, "price"),
        in.present(quantity, "qty"),
        orderType,
        in.present(timestamp, "timestamp"),
        id);
  }

  @Override
  void report(Trade trade, boolean snapshot, Inbound inbound) {
    inbound.trade(trade, snapshot);
  }
}
