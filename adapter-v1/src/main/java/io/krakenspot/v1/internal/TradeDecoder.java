package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.Trade;
import io.krakenspot.market.TradeOrderType;
import io.krakenspot.port.Inbound;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code trade}: a list of {@code [price, quantity, time, side, order type, misc]}. */
final class TradeDecoder implements PayloadDecoder {
  private final List<Trade> trades = new ArrayList<>();

  @Override
  public void begin() {
    trades.clear();
  }

  @Override
  public void payload(FrameReader in, Label label) throws IOException {
    in.expect(JsonToken.START_ARRAY, "a list of trades");
    while (in.next() != JsonToken.END_ARRAY) {
      in.expect(JsonToken.START_ARRAY, "a trade");
      trades.add(trade(in, label.pair()));
    }
  }

  @Override
  public void report(Inbound inbound) {
    for (Trade trade : trades) {
      inbound.trade(trade, false);
    }
  }

  private static Trade trade(FrameReader in, Pair pair) throws IOException {
    BigDecimal price = in.nextDecimal("a price");
    BigDecimal quantity = in.nextDecimal("a quantity");
    Instant time = in.nextInstant("a time");
    Side side = side(in.nextText("a side"));
    TradeOrderType orderType = orderType(in.nextText("an order type"));
    skipMisc(in);
    return new Trade(pair, side, price, quantity, orderType, time, null);
  }

  private static void skipMisc(FrameReader in) throws IOException {
    if (in.next() != JsonToken.END_ARRAY) {
      in.skip();
      in.skipUnknownElements();
    }
  }

  /** One letter on the wire, words in the documentation's table. */
  private static Side side(String text) throws IOException {
    return switch (text) {
      case "b", "buy" -> Side.BUY;
      case "s", "sell" -> Side.SELL;
      default -> throw new UnreadableException("'" + text + "' is not a side");
    };
  }

  private static TradeOrderType orderType(String text) {
    return switch (text) {
      case "l", "limit" -> TradeOrderType.LIMIT;
      case "m", "market" -> TradeOrderType.MARKET;
      default -> TradeOrderType.UNKNOWN;
    };
  }
}
