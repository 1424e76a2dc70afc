package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.port.BookChange;
import io.krakenspot.v2.internal.Heard.Booked;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookFramesTest {
  @Test
  void readsAnUpdateWithTheDigitsOfTheWire() {
    assertThat(Heard.in(Frames.BOOK))
        .containsExactly(
            new Booked(
                "ABC/USD",
                false,
                4288062579L,
                1_772_445_603_000_417L,
                List.of("512.40 x 0.02500000", "512.10 x 0.00000000"),
                List.of("512.60 x 7.10000000")));
  }

  @Test
  void readsASnapshotWithoutATime() {
    String frame =
        """
        {"channel":"book","type":"snapshot","data":[{"symbol":"ABC/USD",
         "bids":[{"price":5,"qty":1}],"asks":[{"qty":2.5,"price":6}],"checksum":0}]}
        """;
    assertThat(Heard.in(frame))
        .containsExactly(
            new Booked(
                "ABC/USD", true, 0, BookChange.NO_TIME, List.of("5 x 1"), List.of("6 x 2.5")));
  }

  @Test
  void takesMissingAndNullForEmpty() {
    String frame =
        """
        {"channel":"book","type":"update","data":[
          {"symbol":"ABC/USD","bids":null,"checksum":7,"timestamp":null}]}
        """;
    assertThat(Heard.in(frame))
        .containsExactly(new Booked("ABC/USD", false, 7, BookChange.NO_TIME, List.of(), List.of()));
  }

  @Test
  void readsSeveralBooksOfOneFrame() {
    String frame =
        """
        {"channel":"book","type":"update","data":[
          {"symbol":"ABC/USD","bids":[{"price":1,"qty":2}],"checksum":1},
          {"symbol":"XYZ/USD","asks":[{"price":3,"qty":4}],"checksum":2}]}
        """;
    assertThat(Heard.in(frame))
        .extracting(fact -> ((Booked) fact).pair())
        .containsExactly("ABC/USD", "XYZ/USD");
  }

  @Test
  void forgetsTheLastFrame() {
    V2Codec codec = new V2Codec();
    Heard.in(codec, Frames.BOOK);
    String empty =
        """
        {"channel":"book","type":"update","data":[{"symbol":"ABC/USD","checksum":1}]}
        """;
    assertThat(Heard.in(codec, empty)).isEqualTo(Heard.in(empty));
  }

  @ParameterizedTest
  @CsvSource({
    "5.1e-05, 0.000051",
    "1E3, 1000",
    "1e-08, 0.00000001",
    "1234567890123456789012.00000000, 1234567890123456789012.00000000",
    "12345678901.12345678, 12345678901.12345678",
    "-0.0, 0.0",
    "0.000000000000000000000000012, 0.000000000000000000000000012",
    "'\"0.250\"', 0.250",
  })
  void readsAQuantityWrittenAs(String written, String read) {
    assertThat(Heard.in(oneBid("512.4", written)))
        .extracting(fact -> ((Booked) fact).bids())
        .containsExactly(List.of("512.4 x " + read));
  }

  @ParameterizedTest
  @CsvSource({
    "5.124e2, 512.4",
    "0.00000000000000001234, 0.00000000000000001234",
    "'\"512.40\"', 512.40",
    "999999999999999999, 999999999999999999",
  })
  void readsAPriceWrittenAs(String written, String read) {
    assertThat(Heard.in(oneBid(written, "1")))
        .extracting(fact -> ((Booked) fact).bids())
        .containsExactly(List.of(read + " x 1"));
  }

  @ParameterizedTest
  @CsvSource({
    "1234567890123456789, 1, more than 18 digits",
    "1e30, 1, more than 18 digits",
    "0, 1, not above zero",
    "-1, 1, not above zero",
    "1, -0.1, is negative",
    "1, 1e41, exponent beyond 40",
    "1, 1e-41, exponent beyond 40",
    "1, 1e999999999999, exponent beyond 40",
    "1, '\"1x\"', is not a number",
    "1, '\"\"', is not a number",
    "1, '\"1 \"', is not a number",
    "1, '\"NaN\"', is not a number",
    "1, true, expected a number",
    "1, [], expected a number",
    "1, null, qty is missing",
    "null, 1, price is missing",
  })
  void refusesALevelOf(String price, String quantity, String why) {
    assertThat(failureOf(oneBid(price, quantity)))
        .hasMessageContaining(why)
        .hasMessageStartingWith("book frame of ")
        .hasMessageContaining(", at byte ");
  }

  @Test
  void refusesANumberWithoutEnd() {
    assertThat(failureOf(oneBid("1", "1".repeat(201)))).hasMessageContaining("length (201)");
    assertThat(failureOf(oneBid("1", "\"" + "1".repeat(201) + "\"")))
        .hasMessageContaining("a number of 201 characters");
    assertThat(failureOf(oneBid("1", "0." + "0".repeat(150))))
        .hasMessageContaining("more than 100 decimals");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "4294967296", "1.5", "\"x\"", "1e20", "{}"})
  void refusesAChecksumOf(String checksum) {
    MalformedFrameException failure =
        failureOf(Frames.BOOK.replace("\"checksum\":4288062579", "\"checksum\":" + checksum));
    assertThat(failure).hasMessageContaining("checksum: ");
    assertThat(failure.channel()).isEqualTo("book");
    assertThat(failure.symbol()).isEqualTo("ABC/USD");
  }

  @Test
  void readsTheGreatestChecksum() {
    assertThat(Heard.in(Frames.BOOK.replace("4288062579", "4294967295.0")))
        .extracting(fact -> ((Booked) fact).checksum())
        .containsExactly(4294967295L);
  }

  @Test
  void saysWhereInTheFrameAndWhichBook() {
    String good = Frames.BOOK;
    String bad = good.replace("\"qty\":7.10000000", "\"qty\":\"abc\"");
    V2Codec codec = new V2Codec();
    Heard.in(codec, good);
    Heard.in(codec, good);
    MalformedFrameException failure =
        catchThrowableOfType(MalformedFrameException.class, () -> Heard.in(codec, bad));
    assertThat(failure)
        .hasMessage(
            "book frame of "
                + bad.length()
                + " bytes: qty: 'abc' is not a number, at byte "
                + bad.indexOf("\"abc\""));
    assertThat(failure.channel()).isEqualTo("book");
    assertThat(failure.symbol()).isEqualTo("ABC/USD");
  }

  @Test
  void refusesABookOfNoPairAndOfNoType() {
    assertThat(failureOf(Frames.BOOK.replace("\"symbol\":\"ABC/USD\",", "")))
        .hasMessageContaining("symbol is missing");
    assertThat(failureOf(Frames.BOOK.replace("ABC/USD", "ABCUSD")))
        .hasMessageContaining("write BASE/QUOTE");
    assertThat(failureOf(Frames.BOOK.replace("\"type\":\"update\",", "")))
        .hasMessageContaining("type is missing");
    assertThat(failureOf(Frames.BOOK.replace("\"update\"", "\"delta\"")))
        .hasMessageContaining("expected snapshot or update");
    assertThat(failureOf("{\"channel\":\"book\",\"type\":\"update\",\"data\":null}"))
        .hasMessageContaining("data is missing");
    assertThat(failureOf("{\"channel\":\"book\",\"type\":\"update\",\"data\":[null]}"))
        .hasMessageContaining("expected an object, found VALUE_NULL");
  }

  private static String oneBid(String price, String quantity) {
    return """
    {"channel":"book","type":"update","data":[
      {"symbol":"ABC/USD","bids":[{"price":%s,"qty":%s}],"asks":[],"checksum":1}]}
    """
        .formatted(price, quantity);
  }

  private static MalformedFrameException failureOf(String frame) {
    return catchThrowableOfType(MalformedFrameException.class, () -> Heard.in(frame));
  }
}
