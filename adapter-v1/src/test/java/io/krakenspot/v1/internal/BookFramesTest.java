package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Depth;
import io.krakenspot.port.BookChange;
import io.krakenspot.v1.internal.Recorder.BookFrame;
import io.krakenspot.v1.internal.Recorder.UnknownFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookFramesTest {
  private static final String SNAPSHOT =
      """
      [336,{"as":[["30120.50000","0.40000000","1714550000.100001"],\
      ["30121.00000","1.25000000","1714549999.900002"]],\
      "bs":[["30119.90000","2.00000000","1714550000.050003"]]},"book-10","XBT/USD"]""";

  @Test
  void snapshotReplacesTheBookAndHasNoChecksum() {
    assertThat(Recorder.only(SNAPSHOT))
        .isEqualTo(
            new BookFrame(
                "BTC/USD",
                Depth.D10,
                true,
                BookChange.NO_CHECKSUM,
                1714550000_100001L,
                List.of("30120.50000 x 0.40000000", "30121.00000 x 1.25000000"),
                List.of("30119.90000 x 2.00000000")));
  }

  @Test
  void snapshotMayComeInTwoObjects() {
    String apart = SNAPSHOT.replace("]],\"bs\"", "]]},{\"bs\"");
    assertThat(apart).isNotEqualTo(SNAPSHOT);
    assertThat(Recorder.only(apart)).isEqualTo(Recorder.only(SNAPSHOT));
  }

  @Test
  void emptySnapshotIsAnEmptyBook() {
    BookFrame book = book("[6304,{\"as\":[],\"bs\":[]},\"book-25\",\"PERP/EUR\"]");
    assertThat(book)
        .isEqualTo(
            new BookFrame(
                "PERP/EUR",
                Depth.D25,
                true,
                BookChange.NO_CHECKSUM,
                BookChange.NO_TIME,
                List.of(),
                List.of()));
  }

  @Test
  void updateOfOneSideCarriesItsChecksum() {
    assertThat(
            book(
                """
                [336,{"a":[["30120.50000","0.35000000","1714550000.400005"]],"c":"3684025670"},\
                "book-10","XBT/USD"]"""))
        .isEqualTo(
            new BookFrame(
                "BTC/USD",
                Depth.D10,
                false,
                3684025670L,
                1714550000_400005L,
                List.of("30120.50000 x 0.35000000"),
                List.of()));
  }

  @Test
  void bothSidesInOneFrameAreOneChange() {
    assertThat(
            book(
                """
                [336,{"a":[["30120.50000","0.00000000","1714550000.600008"],\
                ["30122.30000","0.60000000","1714549991.000009","r"]]},\
                {"b":[["30120.50000","0.15000000","1714550000.600010"]],"c":"3113481681"},\
                "book-10","XBT/USD"]"""))
        .isEqualTo(
            new BookFrame(
                "BTC/USD",
                Depth.D10,
                false,
                3113481681L,
                1714550000_600010L,
                List.of("30120.50000 x 0.00000000", "30122.30000 x 0.60000000"),
                List.of("30120.50000 x 0.15000000")));
  }

  @Test
  void checksumMayStandInTheFirstObject() {
    BookFrame book =
        book("[1,{\"a\":[[\"2\",\"1\",\"5\"]],\"c\":\"7\"},{\"b\":[]},\"book-10\",\"A/B\"]");
    assertThat(book.checksum()).isEqualTo(7);
  }

  @Test
  void checksumMayBeANumber() {
    assertThat(book("[1,{\"a\":[],\"c\":4294967295},\"book-10\",\"A/B\"]").checksum())
        .isEqualTo(4294967295L);
  }

  @Test
  void republishedLevelsDoNotAgeTheFrame() {
    assertThat(
            update("[\"2\",\"0\",\"1714550000.500006\"],[\"3\",\"1\",\"1714559999.000007\",\"r\"]")
                .epochMicros())
        .isEqualTo(1714550000_500006L);
  }

  @Test
  void frameOfRepublishedLevelsAloneTakesTheirTime() {
    assertThat(
            update("[\"2\",\"1\",\"1714550000.5\",\"r\"],[\"3\",\"1\",\"1714550000.25\",\"r\"]")
                .epochMicros())
        .isEqualTo(1714550000_500000L);
  }

  @Test
  void repeatedPricesKeepTheirOrder() {
    assertThat(update("[\"2\",\"1\",\"5\"],[\"2\",\"0\",\"6\"],[\"2\",\"3\",\"7\"]").asks())
        .containsExactly("2 x 1", "2 x 0", "2 x 3");
  }

  @Test
  void numbersMayBeWrittenWithoutQuotes() {
    assertThat(update("[30120.50,1e2,1714550000.123456]").asks()).containsExactly("30120.50 x 100");
  }

  @Test
  void quantityInExponentFormIsExact() {
    assertThat(update("[\"30120.5\",\"5.1e-05\",\"5\"]").asks())
        .containsExactly("30120.5 x 0.000051");
  }

  @Test
  void quantityOfMoreThanEighteenDigitsIsExact() {
    assertThat(update("[\"0.00001234\",\"1200000000000.00000001\",\"5\"]").asks())
        .containsExactly("0.00001234 x 1200000000000.00000001");
  }

  @Test
  void aWideQuantityLeavesNoTraceInTheNextFrame() {
    V1Codec codec = new V1Codec();
    Recorder.decode(codec, updateText("[\"2\",\"1200000000000.00000001\",\"5\"]"));
    BookFrame next = (BookFrame) Recorder.decode(codec, updateText("[\"2\",\"1\",\"5\"]")).get(0);
    assertThat(next.asks()).containsExactly("2 x 1");
  }

  @ParameterizedTest
  @CsvSource({"10,D10", "25,D25", "100,D100", "500,D500", "1000,D1000"})
  void everyDepthIsKnown(int levels, Depth depth) {
    assertThat(book("[1,{\"a\":[],\"c\":\"0\"},\"book-" + levels + "\",\"A/B\"]").depth())
        .isEqualTo(depth);
  }

  @Test
  void unknownFieldsAreCountedAndIgnored() {
    String frame =
        """
        [1,{"new":{"a":[1]},"a":[["2","1","5","r","more"],["3","1","6","x"]],"z":null,"c":"1"},\
        "book-10","A/B"]""";
    List<Object> facts = Recorder.decode(new V1Codec(), frame);
    assertThat(facts).hasSize(2).last().isEqualTo(new UnknownFields(4));
    assertThat(((BookFrame) facts.get(0)).asks()).containsExactly("2 x 1", "3 x 1");
  }

  @Test
  void keysMayComeInAnyOrder() {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "\"a\":[[\"3\",\"1\",\"5\"]]",
                "\"b\":[[\"2\",\"4\",\"6\"]]",
                "\"c\":\"12\"",
                "\"x\":{\"a\":[[]]}"));
    Object expected = null;
    long seed = 20260101L;
    Random random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      Collections.shuffle(fields, random);
      String frame = "[1,{" + String.join(",", fields) + "},\"book-10\",\"A/B\"]";
      Object book = Recorder.decode(new V1Codec(), frame).get(0);
      expected = expected == null ? book : expected;
      assertThat(book).as("seed %d: %s", seed, frame).isEqualTo(expected);
    }
  }

  @Test
  void channelAndPairMayBeSwapped() {
    assertThat(book("[1,{\"a\":[],\"c\":\"0\"},\"XDG/USD\",\"book-10\"]").pair())
        .isEqualTo("DOGE/USD");
  }

  @Test
  void namesMayBeWrittenUnusually() {
    assertThat(book("[1,{\"a\":[],\"c\":\"0\"} , \"book-10\" ,\n \"XBT\\/USD\" ] \n").pair())
        .isEqualTo("BTC/USD");
    assertThat(
            book("[1,{\"a\":[],\"c\":\"0\"}," + " ".repeat(500) + "\"book-10\",\"XBT/USD\"]")
                .pair())
        .isEqualTo("BTC/USD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"0\",\"1\",\"5\"]",
        "[\"-1\",\"1\",\"5\"]",
        "[\"1\",\"-1\",\"5\"]",
        "[\"1\",\"-1200000000000.00000001\",\"5\"]",
        "[\"1234567890123456789\",\"1\",\"5\"]",
        "[\"1.1234567890123456789\",\"1\",\"5\"]",
        "[\"1\",\"1\",\"-5\"]",
        "[\"1\",\"1\",\"1e30\"]",
        "[\"1\",\"1\"]",
        "[\"1\"]",
        "[]",
        "[\"1\",\"\",\"5\"]",
        "[\"1\",\"0x1\",\"5\"]",
        "[\"1\",\"1,5\",\"5\"]",
        "[\"1\",\"1e41\",\"5\"]",
        "[\"1\",\"1e-41\",\"5\"]",
        "[\"1\",\"1e999999999999\",\"5\"]",
        "[\"1\",null,\"5\"]",
        "[\"1\",[],\"5\"]",
        "[\"1\",true,\"5\"]",
        "{}",
        "\"1\"",
        "null"
      })
  void levelsThatMakeNoSenseAreMalformed(String level) {
    V1Codec codec = new V1Codec();
    assertMalformed(codec, updateText(level));
    assertThat(Recorder.decode(codec, updateText("[\"2\",\"1\",\"5\"]"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"x\":1}",
        "{\"a\":{}}",
        "{\"a\":null}",
        "{\"a\":[]}",
        "{\"a\":[],\"as\":[]}",
        "{\"as\":[]},{\"b\":[]}",
        "{\"a\":[]},{\"b\":[]},{\"a\":[]}",
        "{\"a\":[],\"c\":\"-1\"}",
        "{\"a\":[],\"c\":\"4294967296\"}",
        "{\"a\":[],\"c\":\"12.5\"}",
        "{\"a\":[],\"c\":null}",
        "[[\"2\",\"1\",\"5\"]]",
        "17",
      })
  void payloadsThatMakeNoSenseAreMalformed(String payload) {
    assertMalformed(new V1Codec(), "[1," + payload + ",\"book-10\",\"XBT/USD\"]");
  }

  @Test
  void saysWhichPriceDoesNotFit() {
    assertThatExceptionOfType(MalformedFrameException.class)
        .isThrownBy(() -> update("[\"12345678901234567.89\",\"1\",\"5\"]"))
        .withMessageContaining("book-10 A/B")
        .withMessageContaining("price 12345678901234567.89 has more than 18 digits")
        .withMessageContaining("at byte ");
  }

  private static void assertMalformed(V1Codec codec, String frame) {
    Recorder recorder = new Recorder();
    assertThatExceptionOfType(MalformedFrameException.class)
        .isThrownBy(() -> codec.decode(io.krakenspot.port.Frame.of(frame), recorder))
        .satisfies(e -> assertThat(e.channel()).isEqualTo("book"));
    assertThat(recorder.facts).isEmpty();
  }

  private static BookFrame book(String frame) {
    return (BookFrame) Recorder.only(frame);
  }

  private static BookFrame update(String levels) {
    return book(updateText(levels));
  }

  private static String updateText(String levels) {
    return "[1,{\"a\":[" + levels + "],\"c\":\"0\"},\"book-10\",\"A/B\"]";
  }
}
