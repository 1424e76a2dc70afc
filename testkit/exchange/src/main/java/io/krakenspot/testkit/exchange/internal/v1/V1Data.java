package io.krakenspot.testkit.exchange.internal.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Side;
import io.krakenspot.market.Trade;
import io.krakenspot.market.TradeOrderType;
import io.krakenspot.testkit.exchange.internal.market.Figures;
import io.krakenspot.testkit.exchange.internal.market.Level;
import io.krakenspot.testkit.exchange.internal.market.MarketCandle;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.TickerFigures;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Subscription;
import io.krakenspot.testkit.exchange.internal.v1.wire.V1Text;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Data messages of v1: {@code [channelID, payload, channelName, pair]}. */
final class V1Data {
  private V1Data() {}

  static ArrayNode ticker(Subscription subscription, TickerFigures figures) {
    MarketPair pair = subscription.pair();
    ObjectNode payload = Json.object();
    payload.set("a", best(pair, figures.ask()));
    payload.set("b", best(pair, figures.bid()));
    payload.set("c", last(pair, figures.last()));
    payload.set("v", twice(figures, day -> V1Text.quantity(day.volume())));
    payload.set("p", twice(figures, day -> V1Text.price(pair, day.vwap())));
    payload.set("t", Json.array().add(figures.today().trades()).add(figures.day().trades()));
    payload.set("l", twice(figures, day -> V1Text.price(pair, day.low())));
    payload.set("h", twice(figures, day -> V1Text.price(pair, day.high())));
    payload.set("o", twice(figures, day -> V1Text.price(pair, day.open())));
    return envelope(subscription, payload);
  }

  private static ArrayNode best(MarketPair pair, Level level) {
    return Json.array()
        .add(V1Text.price(pair, level.price()))
        .add(level.quantity().toBigInteger())
        .add(V1Text.quantity(level.quantity()));
  }

  private static ArrayNode last(MarketPair pair, Trade trade) {
    return Json.array()
        .add(V1Text.price(pair, trade.price()))
        .add(V1Text.quantity(trade.quantity()));
  }

  private static ArrayNode twice(TickerFigures figures, Function<Figures, String> text) {
    return Json.array().add(text.apply(figures.today())).add(text.apply(figures.day()));
  }

  static ArrayNode candle(Subscription subscription, MarketCandle candle) {
    MarketPair pair = subscription.pair();
    Interval interval = Interval.ofMinutes(subscription.parameter());
    ArrayNode payload =
        Json.array()
            .add(V1Text.time(candle.updated()))
            .add(V1Text.time(candle.begin().plus(interval.duration())))
            .add(V1Text.price(pair, candle.open()))
            .add(V1Text.price(pair, candle.high()))
            .add(V1Text.price(pair, candle.low()))
            .add(V1Text.price(pair, candle.close()))
            .add(V1Text.price(pair, candle.vwap(pair.spec().v1Decimals())))
            .add(V1Text.quantity(candle.volume()))
            .add(candle.count());
    return envelope(subscription, payload);
  }

  static ArrayNode trades(Subscription subscription, List<Trade> trades) {
    ArrayNode payload = Json.array();
    trades.forEach(trade -> payload.add(trade(subscription.pair(), trade)));
    return envelope(subscription, payload);
  }

  private static ArrayNode trade(MarketPair pair, Trade trade) {
    return Json.array()
        .add(V1Text.price(pair, trade.price()))
        .add(V1Text.quantity(trade.quantity()))
        .add(V1Text.time(trade.timestamp()))
        .add(trade.side() == Side.BUY ? "b" : "s")
        .add(trade.orderType() == TradeOrderType.LIMIT ? "l" : "m")
        .add("");
  }

  static ArrayNode spread(Subscription subscription, Instant time) {
    MarketPair pair = subscription.pair();
    Level bid = pair.top(Side.BUY, 1).get(0);
    Level ask = pair.top(Side.SELL, 1).get(0);
    ArrayNode payload =
        Json.array()
            .add(V1Text.price(pair, bid.price()))
            .add(V1Text.price(pair, ask.price()))
            .add(V1Text.time(time))
            .add(V1Text.quantity(bid.quantity()))
            .add(V1Text.quantity(ask.quantity()));
    return envelope(subscription, payload);
  }

  static ArrayNode envelope(Subscription subscription, JsonNode payload) {
    return Json.array()
        .add(V1Names.channelId(subscription))
        .add(payload)
        .add(V1Names.channelName(subscription))
        .add(subscription.pair().spec().v1Name());
  }
}
