package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.ServerTiming;
import io.krakenspot.port.Topic;
import io.krakenspot.v2.internal.Heard.Failed;
import io.krakenspot.v2.internal.Heard.Pong;
import io.krakenspot.v2.internal.Heard.Unknown;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminFramesTest {
  private static final ServerTiming TIMING =
      new ServerTiming(
          Instant.parse("2026-03-02T10:00:00.100001Z"),
          Instant.parse("2026-03-02T10:00:00.100042Z"));

  @Test
  void keepsAConnectionIdBeyondALong() {
    assertThat(Heard.in(Frames.STATUS))
        .containsExactly(
            new SystemStatus(SystemStatus.State.ONLINE, "2.0.11", "12893471002837465012"));
  }

  @ParameterizedTest
  @CsvSource({
    "online,ONLINE",
    "post_only,POST_ONLY",
    "limit_only,LIMIT_ONLY",
    "cancel_only,CANCEL_ONLY",
    "maintenance,MAINTENANCE",
    "on_holiday,UNKNOWN"
  })
  void readsTheState(String wire, SystemStatus.State state) {
    assertThat(Heard.in(Frames.STATUS.replace("online", wire)))
        .extracting(fact -> ((SystemStatus) fact).state())
        .containsExactly(state);
  }

  @Test
  void readsAStatusWithoutConnectionId() {
    assertThat(Heard.in(Frames.STATUS.replace("\"connection_id\":12893471002837465012,", "")))
        .containsExactly(new SystemStatus(SystemStatus.State.ONLINE, "2.0.11", null));
  }

  @Test
  void hearsAHeartbeat() {
    assertThat(Heard.in(Frames.HEARTBEAT)).containsExactly(Heard.HEARTBEAT);
  }

  @Test
  void readsAPong() {
    ServerTiming timing =
        new ServerTiming(
            Instant.parse("2026-03-02T10:00:01.000120Z"),
            Instant.parse("2026-03-02T10:00:01.000139Z"));
    assertThat(Heard.in(Frames.PONG)).containsExactly(new Pong(7, timing));
    assertThat(Heard.in("{\"method\":\"pong\"}"))
        .containsExactly(new Pong(Acknowledgement.NO_REQUEST, null));
  }

  @Test
  void readsAnAgreement() {
    assertThat(Heard.in(Frames.ACCEPTED))
        .containsExactly(
            new Acknowledgement(
                41,
                true,
                false,
                new Topic.CandleTopic(Interval.MINUTES_5),
                Pair.of("ETH/USD"),
                null,
                List.of("timestamp is deprecated, use interval_begin"),
                null,
                TIMING));
  }

  @Test
  void readsARefusalThatNamesThePairAlone() {
    assertThat(Heard.in(Frames.REFUSED))
        .containsExactly(
            new Acknowledgement(
                41,
                false,
                false,
                null,
                Pair.of("ABC/USD"),
                "Currency pair not supported ABC/USD",
                List.of(),
                null,
                TIMING));
  }

  @Test
  void readsARefusalThatNamesNothing() {
    assertThat(
            Heard.in(
                "{\"error\":\"Already subscribed\",\"method\":\"subscribe\",\"success\":false}"))
        .containsExactly(refusal("Already subscribed", null));
  }

  @Test
  void readsARefusalThatBeginsLikeAChannel() {
    String frame =
        """
        {"channel":"executions","error":"ESession:Invalid session","method":"subscribe",
         "status":"error","success":false}
        """;
    assertThat(Heard.in(frame))
        .containsExactly(refusal("ESession:Invalid session", new Topic.ExecutionTopic()));
    assertThat(Heard.in(frame.replace("executions", "trade")))
        .containsExactly(refusal("ESession:Invalid session", new Topic.TradeTopic()));
  }

  @Test
  void aRefusalMayNameWhatIsNoPair() {
    assertThat(Heard.in(Frames.REFUSED.replace("\"symbol\":\"ABC/USD\"", "\"symbol\":\"ABCUSD\"")))
        .extracting(fact -> ((Acknowledgement) fact).pair())
        .containsExactly((Pair) null);
  }

  private static Acknowledgement refusal(String error, Topic topic) {
    return new Acknowledgement(
        Acknowledgement.NO_REQUEST, false, false, topic, null, error, List.of(), null, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"success\":null,", "\"success\":\"true\",", "\"success\":{},"})
  void withoutAClearSuccessItIsAFailure(String success) {
    String frame = "{\"method\":\"unsubscribe\"," + success + "\"result\":{\"channel\":\"trade\"}}";
    Acknowledgement acknowledgement = (Acknowledgement) Heard.in(frame).get(0);
    assertThat(acknowledgement.success()).isFalse();
    assertThat(acknowledgement.unsubscribed()).isTrue();
  }

  @Test
  void namesTheStreamWithItsSelector() {
    assertThat(topicOf("\"channel\":\"book\",\"depth\":25"))
        .isEqualTo(new Topic.BookTopic(Depth.D25));
    assertThat(topicOf("\"channel\":\"ticker\",\"event_trigger\":\"bbo\""))
        .isEqualTo(new Topic.TickerTopic(TickerTrigger.BEST_BID_OFFER));
    assertThat(topicOf("\"channel\":\"ticker\",\"event_trigger\":\"trades\""))
        .isEqualTo(new Topic.TickerTopic(TickerTrigger.TRADES));
    assertThat(topicOf("\"channel\":\"trade\"")).isEqualTo(new Topic.TradeTopic());
    assertThat(topicOf("\"channel\":\"instrument\",\"include_tokenized_assets\":true"))
        .isEqualTo(new Topic.InstrumentTopic(true));
    assertThat(topicOf("\"channel\":\"level3\",\"depth\":1000"))
        .isEqualTo(new Topic.Level3Topic(Level3Depth.D1000));
    assertThat(topicOf("\"channel\":\"executions\"")).isEqualTo(new Topic.ExecutionTopic());
    assertThat(topicOf("\"channel\":\"balances\"")).isEqualTo(new Topic.BalanceTopic());
  }

  @Test
  void readsTheThresholdOfTheRateCounter() {
    String frame =
        """
        {"method":"subscribe","req_id":70,"result":{"channel":"executions","maxratecount":180,
         "snap_orders":true,"snap_trades":false,"snapshot":true,
         "warnings":["cancel_reason is deprecated, use reason"]},"success":true,
         "time_in":"2026-03-02T10:00:00.100001Z","time_out":"2026-03-02T10:00:00.100042Z"}
        """;
    assertThat(Heard.in(frame))
        .containsExactly(
            new Acknowledgement(
                70,
                true,
                false,
                new Topic.ExecutionTopic(),
                null,
                null,
                List.of("cancel_reason is deprecated, use reason"),
                180,
                TIMING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"channel\":\"book\"",
        "\"channel\":\"book\",\"depth\":11",
        "\"channel\":\"ohlc\"",
        "\"channel\":\"ohlc\",\"interval\":2",
        "\"channel\":\"ticker\"",
        "\"channel\":\"ticker\",\"event_trigger\":\"sometimes\"",
        "\"channel\":\"level3\"",
        "\"channel\":\"level3\",\"depth\":25",
        "\"channel\":\"candles\""
      })
  void namesNoStreamIfTheAnswerIsNotClear(String result) {
    assertThat(topicOf(result)).isNull();
  }

  private static Topic topicOf(String result) {
    String frame = "{\"method\":\"subscribe\",\"success\":true,\"result\":{" + result + "}}";
    return ((Acknowledgement) Heard.in(frame).get(0)).topic();
  }

  @Test
  void errorsOfNoSubscription() {
    assertThat(Heard.in("{\"method\":\"error\",\"success\":false,\"error\":\"Malformed request\"}"))
        .containsExactly(new Failed(Acknowledgement.NO_REQUEST, "Malformed request"));
    assertThat(Heard.in("{\"error\":\"Exceeded msg rate\",\"method\":\"ping\",\"req_id\":3}"))
        .containsExactly(new Failed(3, "Exceeded msg rate"));
    assertThat(Heard.in("{\"method\":\"error\"}"))
        .containsExactly(new Failed(Acknowledgement.NO_REQUEST, "error without a text"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "1e30", "1.5", "null"})
  void aRequestIdThatIsNoneOfOurs(String id) {
    assertThat(Heard.in("{\"method\":\"pong\",\"req_id\":" + id + "}"))
        .containsExactly(new Pong(Acknowledgement.NO_REQUEST, null));
  }

  @Test
  void handsOnWhatItDoesNotKnow() {
    assertThat(Heard.in("{\"channel\":\"positions\",\"type\":\"snapshot\",\"data\":[{}]}"))
        .containsExactly(new Unknown("positions"));
    assertThat(Heard.in("{\"data\":[{}],\"channel\":\"candles\"}"))
        .containsExactly(new Unknown("candles"));
    assertThat(Heard.in("{\"method\":\"withdraw\",\"success\":true,\"result\":{\"order_id\":1}}"))
        .containsExactly(new Unknown("withdraw"));
  }
}
