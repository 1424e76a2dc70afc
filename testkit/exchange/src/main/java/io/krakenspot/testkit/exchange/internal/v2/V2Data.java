package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Trade;
import io.krakenspot.testkit.exchange.internal.market.Figures;
import io.krakenspot.testkit.exchange.internal.market.MarketCandle;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.TickerFigures;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Time;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Channel messages of v2 other than books and reference data. Numbers keep every digit. */
final class V2Data {
  private V2Data() {}

  static ObjectNode message(String channel, String type) {
    return Json.object().put("channel", channel).put("type", type);
  }

  static ObjectNode ticker(String type, MarketPair pair, TickerFigures figures) {
    int decimals = pair.spec().priceDecimals();
    Figures day = figures.day();
    ObjectNode message = message("ticker", type);
    message
        .putArray("data")
        .addObject()
        .put("symbol", pair.pair().toString())
        .put("bid", figures.bid().price())
        .put("bid_qty", figures.bid().quantity())
        .put("ask", figures.ask().price())
        .put("ask_qty", figures.ask().quantity())
        .put("last", figures.last().price())
        .put("volume", day.volume())
        .put("vwap", day.vwap().setScale(decimals, RoundingMode.HALF_UP))
        .put("low", day.low())
        .put("high", day.high())
        .put("change", figures.change())
        .put("change_pct", figures.changePercent())
        .put("timestamp", V2Time.micros(figures.time()));
    return message;
  }

  static ObjectNode candles(
      String type, MarketPair pair, Interval interval, List<MarketCandle> candles, Instant time) {
    ObjectNode message = message("ohlc", type).put("timestamp", V2Time.nanos(time));
    ArrayNode data = message.putArray("data");
    candles.forEach(candle -> data.add(candle(pair, interval, candle)));
    return message;
  }

  private static ObjectNode candle(MarketPair pair, Interval interval, MarketCandle candle) {
    BigDecimal vwap = candle.vwap(pair.spec().priceDecimals());
    Instant end = candle.begin().plus(interval.duration());
    return Json.object()
        .put("symbol", pair.pair().toString())
        .put("open", candle.open())
        .put("high", candle.high())
        .put("low", candle.low())
        .put("close", candle.close())
        .put("trades", candle.count())
        .put("volume", candle.volume())
        .put("vwap", vwap)
        .put("interval_begin", V2Time.nanos(candle.begin()))
        .put("interval", interval.minutes())
        .put("timestamp", V2Time.micros(end));
  }

  static ObjectNode trades(String type, List<Trade> trades) {
    ObjectNode message = message("trade", type);
    ArrayNode data = message.putArray("data");
    trades.forEach(trade -> data.add(trade(trade)));
    return message;
  }

  private static ObjectNode trade(Trade trade) {
    return Json.object()
        .put("symbol", trade.pair().toString())
        .put("side", trade.side().name().toLowerCase(Locale.ROOT))
        .put("price", trade.price())
        .put("qty", trade.quantity())
        .put("ord_type", trade.orderType().name().toLowerCase(Locale.ROOT))
        .put("trade_id", trade.id())
        .put("timestamp", V2Time.micros(trade.timestamp()));
  }
}
