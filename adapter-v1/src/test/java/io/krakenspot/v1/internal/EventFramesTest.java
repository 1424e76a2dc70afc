package io.krakenspot.v1.internal;

import static io.krakenspot.port.Acknowledgement.NO_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.Topic;
import io.krakenspot.v1.internal.Recorder.Heartbeat;
import io.krakenspot.v1.internal.Recorder.Pong;
import io.krakenspot.v1.internal.Recorder.UnknownFields;
import io.krakenspot.v1.internal.Recorder.Unrecognised;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFramesTest {
  private static final Pair BTC_USD = Pair.of("BTC/USD");

  @Test
  void heartbeat() {
    assertThat(Recorder.only("{\"event\":\"heartbeat\"}")).isEqualTo(new Heartbeat());
  }

  @Test
  void pongEchoesTheRequestId() {
    assertThat(Recorder.only("{\"reqid\":42,\"event\":\"pong\"}")).isEqualTo(new Pong(42, null));
    assertThat(Recorder.only("{\"event\":\"pong\",\"reqid\":0}")).isEqualTo(new Pong(0, null));
    assertThat(Recorder.only("{\"event\":\"pong\",\"reqid\":9223372036854775807}"))
        .isEqualTo(new Pong(Long.MAX_VALUE, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"pong\"}",
        "{\"event\":\"pong\",\"reqid\":null}",
        "{\"event\":\"pong\",\"reqid\":-7}",
        "{\"event\":\"pong\",\"reqid\":12870497960778414923}"
      })
  void aRequestIdThatIsNotOursIsNone(String frame) {
    assertThat(Recorder.only(frame)).isEqualTo(new Pong(NO_REQUEST, null));
  }

  @Test
  void connectionIdIsUnsigned() {
    assertThat(
            Recorder.only(
                """
                {"connectionID":12345678901234567890,"event":"systemStatus","status":"online",\
                "version":"1.9.6","upcoming_maintenance":[{"a":1}],"emergency":[]}"""))
        .isEqualTo(new SystemStatus(SystemStatus.State.ONLINE, "1.9.6", "12345678901234567890"));
  }

  @ParameterizedTest
  @CsvSource({
    "online,ONLINE",
    "maintenance,MAINTENANCE",
    "cancel_only,CANCEL_ONLY",
    "post_only,POST_ONLY",
    "limit_only,LIMIT_ONLY",
    "half_open,UNKNOWN"
  })
  void statusAfterTheFirstHasNoConnectionId(String wire, SystemStatus.State state) {
    assertThat(Recorder.only("{\"event\":\"systemStatus\",\"status\":\"" + wire + "\"}"))
        .isEqualTo(new SystemStatus(state, null, null));
  }

  @Test
  void subscribed() {
    assertThat(
            Recorder.only(
                """
                {"channelID":336,"channelName":"book-25","event":"subscriptionStatus",\
                "pair":"XBT/USD","reqid":7,"status":"subscribed",\
                "subscription":{"depth":25,"name":"book"}}"""))
        .isEqualTo(agreed(7, false, new Topic.BookTopic(Depth.D25)));
  }

  @Test
  void unsubscribedUnasked() {
    assertThat(
            Recorder.only(
                """
                {"channelID":343,"channelName":"ohlc-5","event":"subscriptionStatus",\
                "pair":"XBT/USD","status":"unsubscribed",\
                "subscription":{"interval":5,"name":"ohlc"}}"""))
        .isEqualTo(agreed(NO_REQUEST, true, new Topic.CandleTopic(Interval.MINUTES_5)));
  }

  @Test
  void theSubscriptionNamesTheStreamWhereNoChannelDoes() {
    assertThat(
            Recorder.only(
                """
                {"event":"subscriptionStatus","pair":"XBT/USD","reqid":7,"status":"unsubscribed",\
                "subscription":{"interval":60,"name":"ohlc"}}"""))
        .isEqualTo(agreed(7, true, new Topic.CandleTopic(Interval.HOURS_1)));
  }

  @ParameterizedTest
  @CsvSource({"ticker", "spread", "trade"})
  void streamsWithoutASize(String name) {
    String frame =
        """
        {"channelName":"%s","event":"subscriptionStatus","pair":"XBT/USD","reqid":7,\
        "status":"subscribed"}"""
            .formatted(name);
    assertThat(((Acknowledgement) Recorder.only(frame)).topic().name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"125", "\"125\""})
  void subscribedToOrders(String maxRateCount) {
    assertThat(
            Recorder.only(
                """
                {"channelName":"openOrders","event":"subscriptionStatus","reqid":9,\
                "status":"subscribed","subscription":{"maxratecount":%s,"name":"openOrders"}}"""
                    .formatted(maxRateCount)))
        .isEqualTo(
            new Acknowledgement(
                9, true, false, new Topic.OrderTopic(), null, null, List.of(), 125, null));
  }

  @Test
  void unsubscribedFromFills() {
    assertThat(
            Recorder.only(
                """
                {"channelName":"ownTrades","event":"subscriptionStatus","reqid":9,\
                "status":"unsubscribed","subscription":{"name":"ownTrades"}}"""))
        .isEqualTo(
            new Acknowledgement(
                9, true, true, new Topic.FillTopic(), null, null, List.of(), null, null));
  }

  @Test
  void refusedSession() {
    assertThat(
            Recorder.only(
                """
                {"errorMessage":"ESession:Invalid session","event":"subscriptionStatus",\
                "status":"error","subscription":{"name":"openOrders","token":"AAAAbase64token"}}"""))
        .isEqualTo(
            new Acknowledgement(
                NO_REQUEST,
                false,
                false,
                new Topic.OrderTopic(),
                null,
                "ESession:Invalid session",
                List.of(),
                null,
                null));
  }

  @Test
  void refusedDepth() {
    assertThat(
            Recorder.only(
                """
                {"errorMessage":"Subscription depth not supported","event":"subscriptionStatus",\
                "pair":"XBT/USD","reqid":7,"status":"error",\
                "subscription":{"depth":42,"name":"book"}}"""))
        .isEqualTo(refused(7, null, BTC_USD, "Subscription depth not supported"));
  }

  @Test
  void refusedPair() {
    assertThat(
            Recorder.only(
                """
                {"errorMessage":"Currency pair not supported XDG/FOO",\
                "event":"subscriptionStatus","pair":"XDG/FOO","reqid":0,"status":"error",\
                "subscription":{"name":"ticker"}}"""))
        .isEqualTo(
            refused(
                0,
                new Topic.TickerTopic(TickerTrigger.TRADES),
                Pair.of("DOGE/FOO"),
                "Currency pair not supported XDG/FOO"));
  }

  @Test
  void refusedWhatIsNoPair() {
    assertThat(
            Recorder.only(
                """
                {"errorMessage":"Currency pair not in ISO 4217-A3 format XBTUSD",\
                "event":"subscriptionStatus","pair":"XBTUSD","reqid":3,"status":"error",\
                "subscription":{"name":"spread"}}"""))
        .isEqualTo(
            refused(
                3,
                new Topic.SpreadTopic(),
                null,
                "Currency pair not in ISO 4217-A3 format XBTUSD"));
  }

  @Test
  void refusedEvent() {
    assertThat(
            Recorder.only(
                """
                {"errorMessage":"Event(s) not found","event":"subscriptionStatus","reqid":1,\
                "status":"error"}"""))
        .isEqualTo(refused(1, null, null, "Event(s) not found"));
  }

  @Test
  void tokensAreNotKept() {
    Object fact =
        Recorder.only(
            """
            {"errorMessage":"Private data and trading are unavailable on this endpoint.",\
            "event":"subscriptionStatus","reqid":5,"status":"error",\
            "subscription":{"name":"ownTrades","token":"AAAAbase64tokenAAAA"}}""");
    assertThat(fact.toString()).contains("unavailable").doesNotContain("AAAAbase64tokenAAAA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errorMessage\":\"Exceeded msg rate\",\"event\":\"error\"}",
        "{\"Error\":\"Exceeded msg rate\"}",
        "{\"error\":{\"message\":\"Exceeded msg rate\",\"hint\":\"slower\",\"name\":\"rate\"}}",
        "{\"errorMessage\":\"Exceeded msg rate\",\"event\":\"subscriptionStatus\",\"status\":\"error\"}"
      })
  void errorsOfNoSubscription(String frame) {
    assertThat(Recorder.only(frame)).isEqualTo(new Recorder.Error(NO_REQUEST, "Exceeded msg rate"));
  }

  @Test
  void errorsEchoTheRequestId() {
    assertThat(
            Recorder.only(
                "{\"errorMessage\":\"Malformed request\",\"event\":\"error\",\"reqid\":42}"))
        .isEqualTo(new Recorder.Error(42, "Malformed request"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"event\":\"addOrder\",\"token\":\"T\"};addOrder",
        "{\"event\":\"subscriptionStatus\",\"status\":\"paused\"};subscriptionStatus paused",
        "{\"channel\":\"heartbeat\"};object",
        "{};object",
        "[7,{\"x\":[]},\"level9-10\",\"XBT/USD\"];level9-10",
        "[7,[[]],\"book-11\",\"XBT/USD\"];book-11",
        "[7,[[]],\"book\",\"XBT/USD\"];book",
        "[[{\"T\":{}}],\"balances\",{\"sequence\":1}];balances",
        "[7,[[]],\"openOrders\",\"XBT/USD\"];openOrders",
        "[[]];array"
      })
  void whatIsNotKnownIsSaidSo(String frame, String kind) {
    assertThat(Recorder.only(frame)).isEqualTo(new Unrecognised(kind));
  }

  @Test
  void unknownFieldsAreCountedAndIgnored() {
    assertThat(
            Recorder.decode(
                new V1Codec(),
                """
                {"new":{"event":"x"},"event":"systemStatus","status":"online","more":[[1]],\
                "connectionID":1}"""))
        .isEqualTo(
            List.of(new SystemStatus(SystemStatus.State.ONLINE, null, "1"), new UnknownFields(2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":7}x",
        "{\"event\":[]}",
        "{\"event\":\"systemStatus\"}",
        "{\"event\":\"subscriptionStatus\"}",
        "{\"event\":\"pong\",\"reqid\":\"x\"}",
        "{\"event\":\"pong\",\"reqid\":{}}",
        "{\"event\":\"subscriptionStatus\",\"status\":\"subscribed\",\"pair\":\"XBTUSD\"}",
        "{\"event\":\"subscriptionStatus\",\"status\":\"error\",\"subscription\":[]}",
        "{\"event\":\"subscriptionStatus\",\"status\":\"error\",\"subscription\":{\"depth\":\"x\"}}"
      })
  void eventsThatMakeNoSenseAreMalformed(String frame) {
    assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> Recorder.only(frame));
  }

  private static Acknowledgement agreed(long requestId, boolean unsubscribed, Topic topic) {
    return new Acknowledgement(
        requestId, true, unsubscribed, topic, BTC_USD, null, List.of(), null, null);
  }

  private static Acknowledgement refused(long requestId, Topic topic, Pair pair, String error) {
    return new Acknowledgement(requestId, false, false, topic, pair, error, List.of(), null, null);
  }
}
