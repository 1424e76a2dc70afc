package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.AssetInfo;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Instrument;
import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.Spread;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.market.TradeOrderType;
import io.krakenspot.v2.internal.Heard.Candled;
import io.krakenspot.v2.internal.Heard.Traded;
import io.krakenspot.v2.internal.Heard.UnknownFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketFramesTest {
  private static final Pair ETH_USD = Pair.of("ETH/USD");

  @Test
  void aTickerIsASpreadAsWell() {
    Pair pair = Pair.of("SOL/EUR");
    Instant time = Instant.parse("2026-03-02T10:00:02.114233Z");
    assertThat(Heard.in(Frames.TICKER))
        .containsExactly(
            new Ticker(
                pair,
                number("121.450"),
                number("14.2"),
                number("121.47"),
                number("3.11"),
                number("121.46"),
                number("48211.70133215"),
                number("120.98"),
                number("117.02"),
                number("123.9"),
                number("-2.31"),
                number("-1.94"),
                null,
                null,
                null,
                time),
            new Spread(
                pair, number("121.45"), number("14.2"), number("121.47"), number("3.11"), time));
  }

  @Test
  void keepsTheDigitsOfTheWire() {
    Ticker ticker = (Ticker) Heard.in(Frames.TICKER).get(0);
    assertThat(ticker.bid().toPlainString()).isEqualTo("121.450");
    assertThat(ticker.bidQuantity().toPlainString()).isEqualTo("14.20000000");
  }

  @Test
  void readsAnOlderTicker() {
    String frame =
        Frames.TICKER
            .replace(",\"timestamp\":\"2026-03-02T10:00:02.114233Z\"", "")
            .replace("\"last\":121.46", "\"last\":null");
    Ticker ticker = (Ticker) Heard.in(frame).get(0);
    assertThat(ticker.timestamp()).isNull();
    assertThat(ticker.last()).isNull();
  }

  @Test
  void readsTradesInTheirOrder() {
    assertThat(Heard.in(Frames.TRADES))
        .containsExactly(
            new Traded(
                new Trade(
                    ETH_USD,
                    Side.SELL,
                    number("3150.05"),
                    number("0.5"),
                    TradeOrderType.MARKET,
                    Instant.parse("2026-03-02T10:00:04.771205Z"),
                    58112034L),
                true),
            new Traded(
                new Trade(
                    ETH_USD,
                    Side.BUY,
                    number("3150.10"),
                    number("0.000051"),
                    TradeOrderType.LIMIT,
                    Instant.parse("2026-03-02T10:00:04.771206Z"),
                    58112035L),
                true));
  }

  @Test
  void aNewOrderTypeIsUnknown() {
    List<Object> facts = Heard.in(Frames.TRADES.replace("\"market\"", "\"iceberg\""));
    assertThat(((Traded) facts.get(0)).trade().orderType()).isEqualTo(TradeOrderType.UNKNOWN);
  }

  @Test
  void readsACandleWithTheTimeOfItsMessage() {
    Candle candle =
        new Candle(
            ETH_USD,
            Interval.MINUTES_5,
            Instant.parse("2026-03-02T10:00:00Z"),
            number("3149.9"),
            number("3150.4"),
            number("3149.1"),
            number("3150.12"),
            number("3149.87"),
            number("4.8102"),
            9,
            Instant.parse("2026-03-02T10:00:31.204518772Z"));
    assertThat(Heard.in(Frames.CANDLES)).containsExactly(new Candled(candle, false));
  }

  @Test
  void readsACandleWhoseMessageHasNoTime() {
    List<Object> facts =
        Heard.in(Frames.CANDLES.replace("\"timestamp\":\"2026-03-02T10:00:31.204518772Z\",", ""));
    assertThat(((Candled) facts.get(0)).candle().updated()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.0", "\"9\"", "9e0"})
  void readsACountWrittenAs(String trades) {
    List<Object> facts = Heard.in(Frames.CANDLES.replace("\"trades\":9", "\"trades\":" + trades));
    assertThat(((Candled) facts.get(0)).candle().trades()).isEqualTo(9);
  }

  @Test
  void anEmptySnapshotSaysNothing() {
    assertThat(Heard.in("{\"channel\":\"trade\",\"type\":\"snapshot\",\"data\":[]}")).isEmpty();
  }

  @Test
  void readsReferenceData() {
    AssetInfo usd =
        new AssetInfo("USD", "enabled", 4, 2, true, number("1"), number("0.015"), null, "currency");
    AssetInfo share =
        new AssetInfo("TSLAx", "enabled", 8, 4, false, number("0"), null, number("1"), null);
    Instrument pair =
        new Instrument(
            Pair.of("BTC/USD"),
            InstrumentStatus.ONLINE,
            1,
            number("0.1"),
            8,
            number("0.00000001"),
            number("0.00005"),
            5,
            number("0.5"),
            true,
            true,
            number("0.2"),
            250L,
            200L);
    assertThat(Heard.in(Frames.INSTRUMENTS))
        .containsExactly(new Instruments(true, List.of(usd, share), List.of(pair)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "online",
        "cancel_only",
        "post_only",
        "limit_only",
        "reduce_only",
        "maintenance",
        "delisted",
        "work_in_progress"
      })
  void readsTheStatusOfAPair(String status) {
    assertThat(pairWith(status).status()).hasToString(status.toUpperCase(Locale.ROOT));
  }

  @Test
  void aNewStatusOfAPairIsUnknown() {
    assertThat(pairWith("half_open").status()).isEqualTo(InstrumentStatus.UNKNOWN);
  }

  private static Instrument pairWith(String status) {
    String frame =
        Frames.INSTRUMENTS.replace("\"status\":\"online\"", "\"status\":\"" + status + "\"");
    return ((Instruments) Heard.in(frame).get(0)).pairs().get(0);
  }

  @Test
  void anUpdateOfReferenceDataMayLackEitherList() {
    assertThat(Heard.in("{\"channel\":\"instrument\",\"type\":\"update\",\"data\":{\"pairs\":[]}}"))
        .containsExactly(new Instruments(false, List.of(), List.of()));
  }

  @Test
  void countsUnknownFieldsAndReadsTheRest() {
    String frame =
        Frames.TICKER
            .replace("\"bid\":", "\"volume_usd\":6968011.52,\"new\":{\"a\":[1,{}]},\"bid\":")
            .replace("{\"channel\":\"ticker\",", "{\"channel\":\"ticker\",\"sequence\":4,");
    List<Object> facts = Heard.in(frame);
    assertThat(facts).hasSize(3).last().isEqualTo(new UnknownFields(3));
    assertThat(facts.subList(0, 2)).isEqualTo(Heard.in(Frames.TICKER));
  }

  @Test
  void namesWhatIsMissingAndWhose() {
    assertThatThrownBy(() -> Heard.in(Frames.TRADES.replace("\"price\":3150.10,", "")))
        .isInstanceOfSatisfying(
            MalformedFrameException.class,
            failure -> {
              assertThat(failure).hasMessageContaining("trade frame of ");
              assertThat(failure).hasMessageContaining("price is missing");
              assertThat(failure.channel()).isEqualTo("trade");
              assertThat(failure.symbol()).isEqualTo("ETH/USD");
            });
  }

  @Test
  void refusesValuesThatMakeNoSense() {
    assertMalformed(Frames.TRADES.replace("\"sell\"", "\"both\""), "expected buy or sell");
    assertMalformed(Frames.CANDLES.replace("\"interval\":5", "\"interval\":7"), "7 minutes");
    assertMalformed(
        Frames.CANDLES.replace("\"trades\":9", "\"trades\":9.5"),
        "trades: 9.5 is not a whole number");
    assertMalformed(Frames.CANDLES.replace("T10:00:31", " at noon"), "timestamp: ");
    assertMalformed(
        Frames.INSTRUMENTS.replace("\"marginable\":true", "\"marginable\":1"),
        "marginable: expected true or false");
    assertMalformed(
        Frames.INSTRUMENTS.replace("\"price_precision\":1,", "\"price_precision\":4294967297,"),
        "price_precision: expected a number of 32 bits");
  }

  private static void assertMalformed(String frame, String why) {
    assertThatThrownBy(() -> Heard.in(frame))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessageContaining(why);
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }
}
