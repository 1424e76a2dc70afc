package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.port.Level3Change;
import io.krakenspot.v2.internal.Heard.Ordered;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Level3FramesTest {
  private static final String ORDER =
      """
      "event":"add","order_id":"OB1AAA-AAAAA-AAAAAA","limit_price":512.40,\
      "order_qty":0.25000000,\
      "timestamp":"2026-03-02T10:00:41.100000001Z\"""";
  private static final String READ =
      "OB1AAA-AAAAA-AAAAAA 512.40 x 0.25000000 @ 1772445641100000001";

  @Test
  void readsAnUpdateWithTheDigitsOfTheWire() {
    assertThat(Heard.in(Frames.LEVEL3))
        .containsExactly(
            new Ordered(
                "ABC/USD",
                false,
                2218652847L,
                1_772_445_662_330_000_110L,
                List.of(
                    "MODIFY OB1AAA-AAAAA-AAAAAA 512.10 x 0.30000000 @ 1772445641100000001",
                    "ADD OB4AAA-AAAAA-AAAAA9 512.00 x 4.00000000 @ 1772445662329000100"),
                List.of("DELETE OA1AAA-AAAAA-AAAAAA 512.60 x 1.50000000 @ 1772445662328000099")));
  }

  @Test
  void readsASnapshotWithoutATime() {
    String frame =
        "{\"channel\":\"level3\",\"type\":\"snapshot\",\"data\":[{\"symbol\":\"ABC/USD\",\"bids\":[{"
            + ORDER.replace("\"event\":\"add\",", "")
            + "}],\"asks\":null,\"checksum\":0}]}";
    assertThat(Heard.in(frame))
        .containsExactly(
            new Ordered(
                "ABC/USD", true, 0, Level3Change.NO_TIME, List.of("ADD " + READ), List.of()));
  }

  @Test
  void readsSeveralBooksOfOneFrame() {
    String frame =
        """
        {"channel":"level3","type":"update","data":[
          {"symbol":"ABC/USD","bids":[],"checksum":1},{"symbol":"XYZ/USD","asks":[],"checksum":2}]}
        """;
    assertThat(Heard.in(frame))
        .extracting(fact -> ((Ordered) fact).pair())
        .containsExactly("ABC/USD", "XYZ/USD");
  }

  @Test
  void readsADeleteWithoutQuantityAndTime() {
    assertThat(
            bids("{\"event\":\"delete\",\"order_id\":\"OB1AAA-AAAAA-AAAAAA\",\"limit_price\":5}"))
        .containsExactly("DELETE OB1AAA-AAAAA-AAAAAA 5 x 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order-bid-1",
        "OB1AAA-AAAAA-AAAAA",
        "ob1aaa-aaaaa-aaaaaa",
        "OB1AAA_AAAAA_AAAAAA",
        "OB1AAA-AAAAA-AAAAA\u00c4",
        "1",
      })
  void readsIdsOfAnyForm(String id) {
    assertThat(bids("{" + ORDER.replace("OB1AAA-AAAAA-AAAAAA", id) + "}"))
        .containsExactly("ADD " + READ.replace("OB1AAA-AAAAA-AAAAAA", id));
  }

  @Test
  void forgetsTheLastFrame() {
    V2Codec codec = new V2Codec();
    Heard.in(codec, update("{" + ORDER.replace("OB1", "order-") + "}"));
    String next = update("{" + ORDER + "}");
    assertThat(Heard.in(codec, next)).isEqualTo(Heard.in(next));
  }

  @Test
  void readsAQuantityOfManyDigits() {
    assertThat(bids("{" + ORDER.replace("0.25000000", "1234567890123456789012.00000001") + "}"))
        .containsExactly("ADD " + READ.replace("0.25000000", "1234567890123456789012.00000001"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"order_id\":\"OB1AAA-AAAAA-AAAAAA\",', '', order_id is missing",
    "OB1AAA-AAAAA-AAAAAA, '', order_id: expected an order id",
    "'\"limit_price\":512.40,', '', limit_price is missing",
    "512.40, 0, limit_price: 0 is not above zero",
    "512.40, 1234567890123456789, has more than 18 digits",
    "'\"order_qty\":0.25000000,', '', order_qty is missing",
    "0.25000000, -1, order_qty: -1 is negative",
    "'\"timestamp\":\"2026-03-02T10:00:41.100000001Z\"', '\"x\":1', timestamp is missing",
    "2026-03-02T10:00:41.100000001Z, yesterday, timestamp: ",
    "2026-03-02, 2500-03-02, timestamp: a time beyond the nanoseconds of 64 bits",
    "add, fill, 'event: expected add, modify or delete'",
    "'\"add\"', 1, 'event: expected add, modify or delete'",
    "'\"event\":\"add\",', '', event is missing",
  })
  void refusesAnOrderThatCannotBe(String part, String instead, String why) {
    MalformedFrameException failure =
        catchThrowableOfType(
            MalformedFrameException.class,
            () -> Heard.in(update("{" + ORDER.replace(part, instead) + "}")));

    assertThat(failure).hasMessageContaining(why);
    assertThat(failure.channel()).isEqualTo("level3");
    assertThat(failure.symbol()).isEqualTo("ABC/USD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "4294967296", "0.5"})
  void refusesAChecksumThatIsNone(String checksum) {
    assertThat(
            catchThrowableOfType(
                MalformedFrameException.class,
                () -> Heard.in(Frames.LEVEL3.replace("2218652847", checksum))))
        .hasMessageContaining("checksum");
  }

  @Test
  void refusesAMessageThatNobodyVouchesFor() {
    MalformedFrameException failure =
        catchThrowableOfType(
            MalformedFrameException.class,
            () -> Heard.in(Frames.LEVEL3.replace("\"checksum\":2218652847,", "")));

    assertThat(failure).hasMessageContaining("checksum is missing");
    assertThat(failure.channel()).isEqualTo("level3");
    assertThat(failure.symbol()).isEqualTo("ABC/USD");
  }

  private static List<String> bids(String order) {
    return ((Ordered) Heard.in(update(order)).get(0)).bids();
  }

  private static String update(String order) {
    return "{\"channel\":\"level3\",\"type\":\"update\",\"data\":[{\"symbol\":\"ABC/USD\",\"bids\":["
        + order
        + "],\"checksum\":1}]}";
  }
}
