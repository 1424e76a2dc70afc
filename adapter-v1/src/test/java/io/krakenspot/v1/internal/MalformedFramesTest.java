package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.port.Frame;
import io.krakenspot.v1.internal.Recorder.BookFrame;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedFramesTest {
  private static final String BOOK =
      """
      [336,{"a":[["30120.50000","0.00000000","1714550000.600008"]]},\
      {"b":[["30120.50000","0.15000000","1714550000.600010"]],"c":"3113481681"},\
      "book-10","XBT/USD"]""";

  private static final String TOKEN = "QWERTYuiopASDFGHjklZXCVB";
  private static final String ECHO =
      """
      {"errorMessage":"Try ws-auth.kraken.com","event":"subscriptionStatus","status":"error",\
      "subscription":{"name":"ownTrades","token":"%s"}}"""
          .formatted(TOKEN);

  private final V1Codec codec = new V1Codec();

  static List<String> frames() {
    return List.of(
        BOOK,
        "[336,{\"as\":[[\"2\",\"1\",\"5\"]],\"bs\":[[\"1\",\"1\",\"5\"]]},\"book-10\",\"XBT/USD\"]",
        """
        [340,{"a":["2",0,"1"],"b":["1",0,"1"],"c":["2","1"],"v":["0","5"],"p":["0","1.5"],\
        "t":[1,2],"l":["0","1"],"h":["0","2"],"o":["1","1"]},"ticker","XBT/USD"]""",
        "[341,[\"1\",\"2\",\"1714550011.204511\",\"2\",\"0.4\"],\"spread\",\"XBT/USD\"]",
        "[337,[[\"1\",\"2\",\"1714550011.2\",\"b\",\"m\",\"\"]],\"trade\",\"XBT/USD\"]",
        "[345,[\"1\",\"300\",\"1\",\"2\",\"1\",\"2\",\"1.5\",\"3\",41],\"ohlc-5\",\"XBT/USD\"]",
        "{\"event\":\"heartbeat\"}",
        "{\"event\":\"pong\",\"reqid\":42}",
        "{\"connectionID\":7,\"event\":\"systemStatus\",\"status\":\"online\",\"version\":\"1\"}",
        """
        {"channelID":336,"channelName":"book-25","event":"subscriptionStatus","pair":"XBT/USD",\
        "reqid":7,"status":"subscribed","subscription":{"depth":25,"name":"book"}}""",
        "{\"errorMessage\":\"Exceeded msg rate\",\"event\":\"error\"}",
        """
        [[{"O1":{"descr":{"close":null,"ordertype":"limit","pair":"XBT/USD","price":"30120.5",\
        "type":"buy"},"oflags":"fciq","opentm":"1714550010.1","status":"pending","userref":0,\
        "vol":"0.01"}},{"O2":{"status":"closed","ratecount":"7"}}],"openOrders",{"sequence":2}]""",
        """
        [[{"T1":{"cost":"301","fee":"0.4","ordertxid":"O1","ordertype":"limit",\
        "pair":"XBT/USD","price":"30120.5","time":"1714550011.2","type":"buy","vol":"0.01"}}],\
        "ownTrades",{"sequence":2}]""",
        "{\"event\":\"addOrderStatus\",\"reqid\":21,\"status\":\"ok\",\"txid\":\"O1\"}",
        """
        {"currentTime":"2024-05-01T08:00:11Z","event":"cancelAllOrdersAfterStatus",\
        "status":"ok","triggerTime":"2024-05-01T08:01:11Z"}""",
        ECHO);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aFrameCutAnywhereChangesNothingAndTheNextIsRead(String frame) {
    List<Object> whole = whole(frame);
    byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < bytes.length; length++) {
      assertMalformed(Frame.of(Arrays.copyOf(bytes, length)));
      assertThat(Recorder.decode(codec, frame)).as("after a cut at %d", length).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("frames")
  void aFrameWithSomethingAfterItChangesNothing(String frame) {
    List<Object> whole = whole(frame);
    assertMalformed(Frame.of(frame + frame));
    assertMalformed(Frame.of(frame + " x"));
    assertMalformed(Frame.of(frame + " ".repeat(20_000) + "]"));
    assertThat(Recorder.decode(codec, frame)).isEqualTo(whole);
  }

  @ParameterizedTest
  @MethodSource("frames")
  void whiteSpaceAroundAFrameDoesNotMatter(String frame) {
    List<Object> whole = whole(frame);
    assertThat(Recorder.decode(codec, " \r\n\t" + frame + " \r\n\t")).isEqualTo(whole);
    assertThat(Recorder.decode(codec, frame + " ".repeat(20_000))).isEqualTo(whole);
    assertThat(Recorder.decode(codec, frame)).isEqualTo(whole);
  }

  /** A byte changed may give another frame that makes sense, but never anything but a verdict. */
  @ParameterizedTest
  @MethodSource("frames")
  void aFrameWithBytesChangedIsReadOrMalformed(String frame) {
    List<Object> whole = whole(frame);
    long seed = 20260102L;
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(3); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      readOrMalformed(Frame.of(bytes), seed);
    }
    assertThat(Recorder.decode(codec, frame)).as("seed %d", seed).isEqualTo(whole);
  }

  @Test
  void aTokenIsToldToNobodyWhateverByteOfItsFrameIsBroken() {
    byte[] bytes = ECHO.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < bytes.length; at++) {
      for (char other : "x7\"\\,:{}[] \n".toCharArray()) {
        byte[] broken = bytes.clone();
        broken[at] = (byte) other;
        assertThat(toldOf(Frame.of(broken)))
            .as("'%s' at %d", other, at)
            .doesNotContain(TOKEN.substring(0, 8), TOKEN.substring(8, 16), TOKEN.substring(16));
      }
      assertThat(toldOf(Frame.of(Arrays.copyOf(bytes, at)))).doesNotContain(TOKEN.substring(0, 8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "7", "\"x\"", "null", "true", "x", "[", "[]", "[7]", "{", "{x}"})
  void whatIsNoFrameIsMalformed(String frame) {
    assertMalformed(Frame.of(frame));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[7,{\"a\":[]},\"book-10\"]",
        "[7,{\"a\":[]},\"book-10\",\"XBTUSD\"]",
        "[7,{\"a\":[]},\"book-10\",\"XBT/US$\"]",
        "[7,{\"a\":[]},\"book-10\",7]",
        "[7,\"book-10\",\"XBT/USD\"]",
        "[7,{\"a\":[]},7,\"XBT/USD\"]",
        "[7,{\"a\":[]},\"\",\"XBT/USD\"]",
        "[\"x\",{\"a\":[]},\"book-10\",\"XBT/USD\"]",
        "[null,{\"a\":[]},\"book-10\",\"XBT/USD\"]",
        "[7,{\"a\":[]},\"x\",\"book-10\",\"XBT/USD\"]",
        "[[7],{\"a\":[]},\"book-10\",\"XBT/USD\"]",
        "[[{\"\":{\"status\":\"open\"}}],\"openOrders\",{\"sequence\":1}]",
        "[[{\" \":{\"status\":\"open\"}}],\"openOrders\",{\"sequence\":1}]"
      })
  void dataOfAnotherStructureIsMalformed(String frame) {
    assertMalformed(Frame.of(frame));
  }

  @Test
  void saysWhatIsWrongAndWhereAndWithWhom() {
    MalformedFrameException e = assertMalformed(Frame.of(BOOK.replace("0.15000000", "0.15x")));
    assertThat(e)
        .hasMessage("book-10 BTC/USD: '0.15x' is not a number at byte 90 of 151")
        .hasNoCause();
    assertThat(e.channel()).isEqualTo("book");
    assertThat(e.symbol()).isEqualTo("BTC/USD");
  }

  @Test
  void aFrameCutShortIsKnownByItsChannelId() {
    Recorder.decode(codec, BOOK);
    MalformedFrameException e = assertMalformed(Frame.of(BOOK.substring(0, 60)));
    assertThat(e).hasMessageContaining("book-10 BTC/USD: the frame ends too early");
    assertThat(e.channel()).isEqualTo("book");
    assertThat(e.symbol()).isEqualTo("BTC/USD");
  }

  @Test
  void theAnswerToASubscriptionTeachesTheChannelId() {
    Recorder.decode(
        codec,
        """
        {"channelID":77,"channelName":"ohlc-5","event":"subscriptionStatus","pair":"XDG/USD",\
        "status":"subscribed","subscription":{"interval":5,"name":"ohlc"}}""");
    MalformedFrameException e = assertMalformed(Frame.of("[77,[\"1"));
    assertThat(e.channel()).isEqualTo("ohlc");
    assertThat(e.symbol()).isEqualTo("DOGE/USD");
  }

  @Test
  void anUnknownChannelIdTellsNothing() {
    MalformedFrameException e = assertMalformed(Frame.of("[77,[\"1"));
    assertThat(e.channel()).isNull();
    assertThat(e.symbol()).isNull();
  }

  @Test
  void aChannelIdUsedAgainForAnotherChannelIsReadByItsNames() {
    Recorder.decode(codec, BOOK);
    List<Object> facts =
        Recorder.decode(
            codec, "[336,[[\"1\",\"2\",\"5\",\"b\",\"m\",\"\"]],\"trade\",\"ETH/USD\"]");
    assertThat(facts).hasSize(1).first().isInstanceOf(Recorder.Traded.class);
    assertThat(assertMalformed(Frame.of("[336,[[\"1\"")).symbol()).isEqualTo("ETH/USD");
  }

  @Test
  void aChannelIdOfAnySizeIsRead() {
    String frame = "[18446744073709551615,{\"a\":[],\"c\":\"0\"},\"book-10\",\"XBT/USD\"]";
    assertThat(Recorder.decode(codec, frame)).hasSize(1);
  }

  @Test
  void bookOfTwoMegabytes() {
    int levels = 42_000;
    StringBuilder frame = new StringBuilder("[336,{\"as\":[");
    for (int level = 0; level < levels; level++) {
      frame.append(level == 0 ? "" : ",");
      frame.append("[\"").append(30_000 + level).append(".50000\",\"0.40000000\",");
      frame.append("\"1714550000.100001\"]");
    }
    frame.append("],\"bs\":[]},\"book-1000\",\"XBT/USD\"]");
    assertThat(frame.length()).isGreaterThan(2_000_000);
    BookFrame book = (BookFrame) Recorder.decode(codec, frame.toString()).get(0);
    assertThat(book.asks()).hasSize(levels).last().isEqualTo("71999.50000 x 0.40000000");
    assertThat(Recorder.decode(codec, BOOK)).hasSize(1);
  }

  @Test
  void nestingIsBounded() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertMalformed(Frame.of("[336,{\"x\":" + deep + ",\"a\":[]},\"book-10\",\"XBT/USD\"]"));
    assertMalformed(Frame.of("{\"event\":\"heartbeat\",\"x\":" + deep + "}"));
    assertThat(Recorder.decode(codec, BOOK)).hasSize(1);
  }

  @Test
  void lengthOfTextsIsBounded() {
    String digits = "1".repeat(2_000_000);
    assertMalformed(Frame.of(BOOK.replace("30120.50000", digits)));
    assertMalformed(Frame.of(BOOK.replace("\"30120.50000\"", digits)));
    assertMalformed(Frame.of(BOOK.replace("\"a\"", "\"" + digits + "\":1,\"a\"")));
    assertThat(Recorder.decode(codec, BOOK)).hasSize(1);
  }

  @Test
  void invalidUtf8IsMalformed() {
    byte[] bytes = BOOK.replace("book-10", "book-10~").getBytes(StandardCharsets.UTF_8);
    bytes[BOOK.indexOf("book-10") + 7] = (byte) 0xff;
    assertMalformed(Frame.of(bytes));
  }

  /** The first account frame of a link is its snapshot, the others are not. */
  private List<Object> whole(String frame) {
    Recorder.decode(codec, frame);
    return Recorder.decode(codec, frame);
  }

  /** All that anyone could write down of a frame. */
  private String toldOf(Frame frame) {
    Recorder recorder = new Recorder();
    try {
      codec.decode(frame, recorder);
      return recorder.facts.toString();
    } catch (MalformedFrameException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }

  private MalformedFrameException assertMalformed(Frame frame) {
    Recorder recorder = new Recorder();
    MalformedFrameException e =
        catchThrowableOfType(MalformedFrameException.class, () -> codec.decode(frame, recorder));
    assertThat(e).as("length %d", frame.length()).isNotNull();
    assertThat(recorder.facts).isEmpty();
    return e;
  }

  private void readOrMalformed(Frame frame, long seed) {
    Recorder recorder = new Recorder();
    try {
      codec.decode(frame, recorder);
      assertThat(recorder.facts).as("seed %d: %s", seed, frame.text()).isNotEmpty();
    } catch (MalformedFrameException e) {
      assertThat(recorder.facts).as("seed %d: %s", seed, frame.text()).isEmpty();
    }
  }
}
