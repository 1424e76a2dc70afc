package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.Spread;
import io.krakenspot.market.Trade;
import io.krakenspot.market.TradeOrderType;
import io.krakenspot.v1.internal.Recorder.CandleSeen;
import io.krakenspot.v1.internal.Recorder.Traded;
import io.krakenspot.v1.internal.Recorder.UnknownFields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTradeCandleFramesTest {
  private static final Pair BTC_USD = Pair.of("BTC/USD");

  @Test
  void spreadHasQuotesQuantitiesAndTime() {
    Spread spread =
        (Spread)
            Recorder.only(
                """
                [341,["30119.90000","30120.50000","1714550011.204511","2.00000000","0.40000000"],\
                "spread","XBT/USD"]""");
    assertThat(spread)
        .isEqualTo(
            new Spread(
                BTC_USD,
                new BigDecimal("30119.9"),
                new BigDecimal("2"),
                new BigDecimal("30120.5"),
                new BigDecimal("0.4"),
                Instant.parse("2024-05-01T07:53:31.204511Z")));
    assertThat(spread.askQuantity().toPlainString()).isEqualTo("0.40000000");
  }

  @Test
  void moreElementsOfASpreadAreCountedAndIgnored() {
    assertThat(
            Recorder.decode(
                new V1Codec(), "[1,[\"1\",\"2\",\"3\",\"4\",\"5\",{},[6]],\"spread\",\"A/B\"]"))
        .hasSize(2)
        .last()
        .isEqualTo(new UnknownFields(2));
  }

  @Test
  void tradesOfAFrameComeInOrder() {
    List<Object> facts =
        Recorder.decode(
            new V1Codec(),
            """
            [337,[["30120.50000","0.01500000","1714550011.204511","b","m",""],\
            ["30120.40000","0.20000000","1714550011.204622","s","l",""]],"trade","XBT/USD"]""");
    assertThat(facts)
        .containsExactly(
            new Traded(
                new Trade(
                    BTC_USD,
                    Side.BUY,
                    new BigDecimal("30120.5"),
                    new BigDecimal("0.015"),
                    TradeOrderType.MARKET,
                    Instant.parse("2024-05-01T07:53:31.204511Z"),
                    null),
                false),
            new Traded(
                new Trade(
                    BTC_USD,
                    Side.SELL,
                    new BigDecimal("30120.4"),
                    new BigDecimal("0.2"),
                    TradeOrderType.LIMIT,
                    Instant.parse("2024-05-01T07:53:31.204622Z"),
                    null),
                false));
    assertThat(((Traded) facts.get(0)).trade().price().toPlainString()).isEqualTo("30120.50000");
  }

  @Test
  void wordsOfTheDocumentationAreUnderstoodInTrades() {
    assertThat(trade("[\"2\",\"1\",\"5\",\"sell\",\"limit\",\"\"]"))
        .satisfies(trade -> assertThat(trade.side()).isEqualTo(Side.SELL))
        .satisfies(trade -> assertThat(trade.orderType()).isEqualTo(TradeOrderType.LIMIT));
    assertThat(trade("[\"2\",\"1\",\"5\",\"buy\",\"market\",\"\"]"))
        .satisfies(trade -> assertThat(trade.side()).isEqualTo(Side.BUY))
        .satisfies(trade -> assertThat(trade.orderType()).isEqualTo(TradeOrderType.MARKET));
  }

  @Test
  void anUnknownOrderTypeIsNoFailure() {
    assertThat(trade("[\"2\",\"1\",\"5\",\"b\",\"q\"]").orderType())
        .isEqualTo(TradeOrderType.UNKNOWN);
  }

  @Test
  void tradesOfTheLastFrameAreForgotten() {
    V1Codec codec = new V1Codec();
    String frame = "[1,[[\"2\",\"1\",\"5\",\"b\",\"l\",\"\"]],\"trade\",\"A/B\"]";
    Recorder.decode(codec, frame);
    assertThat(Recorder.decode(codec, frame)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[\"2\",\"1\",\"5\",\"x\",\"l\",\"\"]]",
        "[[\"2\",\"1\",\"5\",\"b\"]]",
        "[[\"2\",\"1\"]]",
        "[\"2\",\"1\",\"5\",\"b\",\"l\",\"\"]",
        "{}"
      })
  void tradesThatMakeNoSenseAreMalformed(String payload) {
    assertThatExceptionOfType(MalformedFrameException.class)
        .isThrownBy(() -> Recorder.only("[1," + payload + ",\"trade\",\"A/B\"]"));
  }

  @Test
  void candleBeginsAnIntervalBeforeItsEnd() {
    CandleSeen seen =
        (CandleSeen)
            Recorder.only(
                """
                [345,["1714550011.204511","1714550100.000000","30110.00000","30125.00000",\
                "30109.90000","30120.50000","30117.31874","3.21450000",41],"ohlc-5","XBT/USD"]""");
    assertThat(seen)
        .isEqualTo(
            new CandleSeen(
                new Candle(
                    BTC_USD,
                    Interval.MINUTES_5,
                    Instant.parse("2024-05-01T07:50:00Z"),
                    new BigDecimal("30110"),
                    new BigDecimal("30125"),
                    new BigDecimal("30109.9"),
                    new BigDecimal("30120.5"),
                    new BigDecimal("30117.31874"),
                    new BigDecimal("3.2145"),
                    41,
                    Instant.parse("2024-05-01T07:53:31.204511Z")),
                false));
    assertThat(seen.candle().volume().toPlainString()).isEqualTo("3.21450000");
  }

  @ParameterizedTest
  @CsvSource({
    "5,1714550099.999999,2024-05-01T07:50:00Z",
    "5,1714549800.000001,2024-05-01T07:50:00Z",
    "1,1714550100.435743,2024-05-01T07:55:00Z",
    "1440,1714550100.435743,2024-05-01T00:00:00Z",
    "10080,1714608000.000000,2024-04-25T00:00:00Z",
    "21600,1714608000.000000,2024-04-17T00:00:00Z"
  })
  void candleEndsAreReadAsTheWireAndTheDocumentationWriteThem(
      int minutes, String end, Instant begin) {
    assertThat(candle(minutes, end, "41").begin()).isEqualTo(begin);
  }

  @Test
  void countOfACandleMayBeAString() {
    assertThat(candle(5, "1714550100", "\"41\"").trades()).isEqualTo(41);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.5", "null", "{}", "\"\""})
  void countOfACandleIsAWholeNumber(String count) {
    assertThatExceptionOfType(MalformedFrameException.class)
        .isThrownBy(() -> candle(5, "1714550100", count));
  }

  private static Trade trade(String trade) {
    return ((Traded) Recorder.only("[1,[" + trade + "],\"trade\",\"A/B\"]")).trade();
  }

  private static Candle candle(int minutes, String end, String count) {
    String payload = "[\"5\",\"" + end + "\",\"1\",\"2\",\"1\",\"2\",\"1.5\",\"9\"," + count + "]";
    String frame = "[1," + payload + ",\"ohlc-" + minutes + "\",\"A/B\"]";
    return ((CandleSeen) Recorder.only(frame)).candle();
  }
}
