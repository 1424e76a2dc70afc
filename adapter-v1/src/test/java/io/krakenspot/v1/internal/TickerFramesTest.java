package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Ticker;
import io.krakenspot.v1.internal.Recorder.UnknownFields;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickerFramesTest {
  private static final String FRAME =
      """
      [340,{"a":["30120.50000",0,"0.40000000"],"b":["30119.90000",2,"2.10000000"],\
      "c":["30120.10000","0.01500000"],"v":["812.40000000","1650.12000000"],\
      "p":["30050.12345","30011.54321"],"t":[8120,17344],"l":["29880.00000","29750.10000"],\
      "h":["30300.00000","30410.00000"],"o":["29990.10000","29801.00000"]},"ticker","XBT/USD"]""";

  @Test
  void everyFigureHasItsPlace() {
    Ticker ticker = (Ticker) Recorder.only(FRAME);
    assertThat(ticker.pair()).isEqualTo(Pair.of("BTC/USD"));
    assertThat(text(ticker.ask())).isEqualTo("30120.50000");
    assertThat(text(ticker.askQuantity())).isEqualTo("0.40000000");
    assertThat(text(ticker.bid())).isEqualTo("30119.90000");
    assertThat(text(ticker.bidQuantity())).isEqualTo("2.10000000");
    assertThat(text(ticker.last())).isEqualTo("30120.10000");
    assertThat(text(ticker.lastQuantity())).isEqualTo("0.01500000");
    assertThat(text(ticker.volume())).isEqualTo("1650.12000000");
    assertThat(text(ticker.vwap())).isEqualTo("30011.54321");
    assertThat(text(ticker.low())).isEqualTo("29750.10000");
    assertThat(text(ticker.high())).isEqualTo("30410.00000");
    assertThat(ticker.trades()).isEqualTo(17344);
  }

  @Test
  void todayIsTheFirstOfEachTwo() {
    assertThat(((Ticker) Recorder.only(FRAME)).today())
        .isEqualTo(
            new Ticker.Today(
                new BigDecimal("29990.1"),
                new BigDecimal("812.4"),
                new BigDecimal("30050.12345"),
                new BigDecimal("29880"),
                new BigDecimal("30300"),
                8120));
  }

  @Test
  void changeIsLastLessThePriceADayAgo() {
    Ticker ticker = (Ticker) Recorder.only(FRAME);
    assertThat(text(ticker.change())).isEqualTo("319.10000");
    assertThat(ticker.changePercent()).isNull();
    assertThat(ticker.timestamp()).isNull();
  }

  @Test
  void figuresThatV1MayLackAreNull() {
    Ticker ticker =
        (Ticker)
            Recorder.only(
                """
                [340,{"a":["2",0,"1"],"b":["1",0,"1"],"v":["0","5"],"p":["0","1.5"],\
                "l":["0","1"],"h":["0","2"]},"ticker","XBT/USD"]""");
    assertThat(ticker.last()).isNull();
    assertThat(ticker.lastQuantity()).isNull();
    assertThat(ticker.change()).isNull();
    assertThat(ticker.trades()).isNull();
    assertThat(ticker.today()).isNull();
  }

  @Test
  void volumesOfMoreThanEighteenDigitsAreExact() {
    String frame = FRAME.replace("1650.12000000", "1200000000000.00000001");
    assertThat(text(((Ticker) Recorder.only(frame)).volume())).isEqualTo("1200000000000.00000001");
  }

  @Test
  void unknownFieldsAreCountedAndIgnored() {
    String frame =
        FRAME
            .replace("{\"a\"", "{\"new\":[{}],\"zz\":1,\"a\"")
            .replace("\"0.40000000\"]", "\"0.40000000\",[7]]");
    assertThat(Recorder.decode(new V1Codec(), frame))
        .isEqualTo(List.of(Recorder.only(FRAME), new UnknownFields(3)));
  }

  @Test
  void onlyOnePayloadIsATicker() {
    assertMalformed(FRAME.replace(",\"ticker\"", ",{},\"ticker\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\":[\"30120.50000\",0,\"0.40000000\"],",
        "\"b\":[\"30119.90000\",2,\"2.10000000\"],",
        "\"v\":[\"812.40000000\",\"1650.12000000\"],",
        "\"h\":[\"30300.00000\",\"30410.00000\"],"
      })
  void aTickerWithoutItsMainFiguresIsMalformed(String field) {
    assertThat(FRAME).contains(field);
    assertMalformed(FRAME.replace(field, ""));
  }

  @Test
  void countsAreWhole() {
    assertMalformed(FRAME.replace("17344", "17344.5"));
  }

  private static void assertMalformed(String frame) {
    assertThatExceptionOfType(MalformedFrameException.class)
        .isThrownBy(() -> Recorder.only(frame))
        .satisfies(e -> assertThat(e.channel()).isEqualTo("ticker"))
        .satisfies(e -> assertThat(e.symbol()).isEqualTo("BTC/USD"));
  }

  private static String text(BigDecimal number) {
    return number.toPlainString();
  }
}
