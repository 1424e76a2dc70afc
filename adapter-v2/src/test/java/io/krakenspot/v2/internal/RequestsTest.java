package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Terms;
import io.krakenspot.port.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private static final List<Pair> PAIRS = List.of(Pair.of("BTC/USD"), Pair.of("XDG/EUR"));

  private final V2Codec codec = new V2Codec();

  @Test
  void book() {
    assertRequests(
        new Topic.BookTopic(Depth.D100),
        PAIRS,
        "\"channel\":\"book\",\"symbol\":[\"BTC/USD\",\"DOGE/EUR\"],\"depth\":100");
  }

  @Test
  void candles() {
    assertRequests(
        new Topic.CandleTopic(Interval.HOURS_4),
        PAIRS,
        "\"channel\":\"ohlc\",\"symbol\":[\"BTC/USD\",\"DOGE/EUR\"],\"interval\":240");
  }

  @Test
  void ticker() {
    assertRequests(
        new Topic.TickerTopic(TickerTrigger.TRADES),
        PAIRS,
        "\"channel\":\"ticker\",\"symbol\":[\"BTC/USD\",\"DOGE/EUR\"],"
            + "\"event_trigger\":\"trades\"");
    assertRequests(
        new Topic.TickerTopic(TickerTrigger.BEST_BID_OFFER),
        PAIRS,
        "\"channel\":\"ticker\",\"symbol\":[\"BTC/USD\",\"DOGE/EUR\"],\"event_trigger\":\"bbo\"");
  }

  @Test
  void trades() {
    assertRequests(
        new Topic.TradeTopic(),
        PAIRS,
        "\"channel\":\"trade\",\"symbol\":[\"BTC/USD\",\"DOGE/EUR\"]");
  }

  @Test
  void instrumentsNameNoPairs() {
    assertRequests(new Topic.InstrumentTopic(false), List.of(), "\"channel\":\"instrument\"");
  }

  @Test
  void tokenizedInstrumentsAreAskedForOnSubscribingAlone() {
    Topic topic = new Topic.InstrumentTopic(true);
    assertThat(codec.subscribe(0, topic, List.of(), Terms.PUBLIC))
        .containsExactly(
            "{\"method\":\"subscribe\",\"params\":{\"channel\":\"instrument\","
                + "\"include_tokenized_assets\":true},\"req_id\":0}");
    assertThat(codec.unsubscribe(0, topic, List.of(), null))
        .containsExactly(
            "{\"method\":\"unsubscribe\",\"params\":{\"channel\":\"instrument\"},\"req_id\":0}");
  }

  @Test
  void pingHasNoParams() {
    assertThat(codec.ping(7)).isEqualTo("{\"method\":\"ping\",\"req_id\":7}");
  }

  @Test
  void thereIsNoSpreadChannel() {
    assertThatThrownBy(() -> codec.subscribe(1, new Topic.SpreadTopic(), PAIRS, Terms.PUBLIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ticker");
  }

  private void assertRequests(Topic topic, List<Pair> pairs, String params) {
    assertThat(codec.subscribe(41, topic, pairs, Terms.PUBLIC))
        .containsExactly("{\"method\":\"subscribe\",\"params\":{" + params + "},\"req_id\":41}");
    assertThat(codec.subscribe(Long.MAX_VALUE, topic, pairs, Terms.of(SnapshotChoice.WANTED)))
        .containsExactly(
            "{\"method\":\"subscribe\",\"params\":{"
                + params
                + ",\"snapshot\":true},\"req_id\":9223372036854775807}");
    assertThat(codec.subscribe(41, topic, pairs, Terms.of(SnapshotChoice.UNWANTED)))
        .containsExactly(
            "{\"method\":\"subscribe\",\"params\":{"
                + params
                + ",\"snapshot\":false},\"req_id\":41}");
    assertThat(codec.unsubscribe(42, topic, pairs, null))
        .containsExactly("{\"method\":\"unsubscribe\",\"params\":{" + params + "},\"req_id\":42}");
  }
}
