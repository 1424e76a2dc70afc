package io.krakenspot.console.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.market.AssetInfo;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Instrument;
import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.Spread;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.market.TradeOrderType;
import io.krakenspot.port.Host;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonEventsTest {
  private static final Pair PAIR = Pair.of("BTC/USD");
  private static final Instant TIME = Instant.parse("2026-03-02T10:00:00.100001Z");

  private final JsonEvents json = new JsonEvents();

  @Test
  void writesATrade() {
    Trade trade =
        new Trade(
            PAIR,
            Side.SELL,
            number("62710.4"),
            number("0.00000001"),
            TradeOrderType.MARKET,
            TIME,
            4711L);

    assertThat(json.trade(trade, false))
        .isEqualTo(
            """
            {"event":"trade","pair":"BTC/USD","side":"sell","price":62710.4,\
            "quantity":0.00000001,"orderType":"market",\
            "timestamp":"2026-03-02T10:00:00.100001Z","id":4711}""");
  }

  @Test
  void leavesOutWhatIsAbsentAndMarksHistory() {
    Trade trade =
        new Trade(
            PAIR,
            Side.BUY,
            number("62710.40000"),
            number("1.50000000"),
            TradeOrderType.LIMIT,
            TIME,
            null);

    assertThat(json.trade(trade, true))
        .isEqualTo(
            """
            {"event":"trade","pair":"BTC/USD","side":"buy","price":62710.40000,\
            "quantity":1.50000000,"orderType":"limit",\
            "timestamp":"2026-03-02T10:00:00.100001Z","snapshot":true}""");
  }

  @Test
  void writesNumbersInPlainNotationWithTheirDigits() {
    Spread spread =
        new Spread(PAIR, number("1E+3"), number("1E-10"), number("1000.10"), number("0.000"), null);

    assertThat(json.spread(spread))
        .isEqualTo(
            """
            {"event":"spread","pair":"BTC/USD","bid":1000,"bidQuantity":0.0000000001,\
            "ask":1000.10,"askQuantity":0.000}""");
  }

  @Test
  void writesATickerOfV1() {
    Ticker.Today today =
        new Ticker.Today(number("1"), number("2"), number("3"), number("4"), number("5"), 6);
    Ticker ticker = ticker(number("62710.5"), null, number("0.1"), 7L, today, null);

    assertThat(json.ticker(ticker))
        .isEqualTo(
            """
            {"event":"ticker","pair":"BTC/USD","bid":62710.4,"bidQuantity":2.0,\
            "ask":62710.5,"askQuantity":3.0,"last":62710.5,"lastQuantity":0.1,"volume":100.5,\
            "vwap":62000.1,"low":61000.0,"high":63000.0,"change":-12.5,"trades":7,\
            "today":{"open":1,"volume":2,"vwap":3,"low":4,"high":5,"trades":6}}""");
  }

  @Test
  void writesATickerOfV2() {
    Ticker ticker = ticker(null, number("-0.17"), null, null, null, TIME);

    assertThat(json.ticker(ticker))
        .isEqualTo(
            """
            {"event":"ticker","pair":"BTC/USD","bid":62710.4,"bidQuantity":2.0,\
            "ask":62710.5,"askQuantity":3.0,"volume":100.5,"vwap":62000.1,"low":61000.0,\
            "high":63000.0,"change":-12.5,"changePercent":-0.17,\
            "timestamp":"2026-03-02T10:00:00.100001Z"}""");
  }

  @Test
  void writesACandle() {
    Candle candle =
        new Candle(
            PAIR,
            Interval.MINUTES_5,
            Instant.parse("2026-03-02T10:00:00Z"),
            number("1.0"),
            number("4.0"),
            number("0.5"),
            number("2.0"),
            number("1.7"),
            number("9.25"),
            3,
            TIME);

    assertThat(json.candle(candle, false))
        .isEqualTo(
            """
            {"event":"ohlc","pair":"BTC/USD","interval":5,"begin":"2026-03-02T10:00:00Z",\
            "end":"2026-03-02T10:05:00Z","open":1.0,"high":4.0,"low":0.5,"close":2.0,\
            "vwap":1.7,"volume":9.25,"trades":3,"updated":"2026-03-02T10:00:00.100001Z"}""");
  }

  @Test
  void writesALineForEachAssetAndPair() {
    AssetInfo asset =
        new AssetInfo(
            "BTC", "enabled", 10, 5, true, number("1.0"), number("0.02"), null, "currency");
    Instrument pair =
        new Instrument(
            PAIR,
            InstrumentStatus.CANCEL_ONLY,
            1,
            number("0.1"),
            8,
            number("0.00000001"),
            number("0.00005"),
            5,
            number("0.5"),
            true,
            null,
            null,
            250L,
            200L);

    assertThat(json.instruments(new Instruments(true, List.of(asset), List.of(pair))))
        .containsExactly(
            """
            {"event":"asset","asset":"BTC","status":"enabled","precision":10,\
            "displayPrecision":5,"borrowable":true,"collateralValue":1.0,"marginRate":0.02,\
            "assetClass":"currency"}""",
            """
            {"event":"instrument","pair":"BTC/USD","status":"cancel_only","pricePrecision":1,\
            "priceIncrement":0.1,"quantityPrecision":8,"quantityIncrement":0.00000001,\
            "minimumQuantity":0.00005,"costPrecision":5,"minimumCost":0.5,"marginable":true,\
            "longPositionLimit":250,"shortPositionLimit":200}""");
  }

  @Test
  void writesTheEnginesStatus() {
    SystemStatus status =
        new SystemStatus(SystemStatus.State.POST_ONLY, "2.0.11", "13834774380200032777");

    assertThat(json.status(status))
        .isEqualTo(
            """
            {"event":"status","state":"post_only","version":"2.0.11",\
            "connectionId":"13834774380200032777"}""");
  }

  @Test
  void writesTheConnection() {
    assertThat(
            json.connection(
                new ConnectionEvent(
                    Host.MARKET_DATA, 0, ConnectionState.WAITING, 4, 5_250_000_000L, "x")))
        .isEqualTo(
            """
            {"event":"connection","host":"market_data","link":0,"state":"waiting","attempt":4,"delayMillis":5250,\
            "detail":"x"}""");
    assertThat(
            json.connection(
                new ConnectionEvent(Host.MARKET_DATA, 0, ConnectionState.READY, 0, 0, "")))
        .isEqualTo(
            """
            {"event":"connection","host":"market_data","link":0,"state":"ready","attempt":0}""");
  }

  @Test
  void writesWhatHappensToASubscription() {
    SubscriptionEvent event =
        new SubscriptionEvent(
            SubscriptionEvent.Kind.RESTORED_WITH_LOSS, "trade", PAIR, "a \"gap\"");

    assertThat(json.subscription(event))
        .isEqualTo(
            """
            {"event":"subscription","kind":"restored_with_loss","topic":"trade",\
            "pair":"BTC/USD","detail":"a \\"gap\\""}""");
  }

  @Test
  void writesTheRest() {
    assertThat(json.error("Exceeded msg rate"))
        .isEqualTo("{\"event\":\"error\",\"detail\":\"Exceeded msg rate\"}");
    assertThat(json.malformed("no")).isEqualTo("{\"event\":\"malformed\",\"detail\":\"no\"}");
    assertThat(json.lost(3)).isEqualTo("{\"event\":\"lost\",\"lines\":3}");
  }

  private static Ticker ticker(
      BigDecimal last,
      BigDecimal changePercent,
      BigDecimal lastQuantity,
      Long trades,
      Ticker.Today today,
      Instant timestamp) {
    return new Ticker(
        PAIR,
        number("62710.4"),
        number("2.0"),
        number("62710.5"),
        number("3.0"),
        last,
        number("100.5"),
        number("62000.1"),
        number("61000.0"),
        number("63000.0"),
        number("-12.5"),
        changePercent,
        lastQuantity,
        trades,
        today,
        timestamp);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
