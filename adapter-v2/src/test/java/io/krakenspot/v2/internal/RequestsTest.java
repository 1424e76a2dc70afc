package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Terms;
import io.krakenspot.port.Token;
import io.krakenspot.port.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestsTest {
  private static final List<Pair> PAIRS = List.of(Pair.of("BTC/USD"), Pair.of("XDG/EUR"));

  private static final Token TOKEN = new Token("hush");

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

  @Test
  void executions() {
    assertPrivate(
        new Topic.ExecutionTopic(),
        AccountOptions.DEFAULTS,
        "\"snap_orders\":true,\"snap_trades\":true,\"ratecounter\":true,");
    assertPrivate(
        new Topic.ExecutionTopic(),
        new AccountOptions(false, false, false, true, false),
        "\"snap_orders\":true,\"snap_trades\":true,\"order_status\":false,"
            + "\"rebased\":false,\"users\":\"all\",");
    assertThat(
            codec.subscribe(
                70,
                new Topic.ExecutionTopic(),
                List.of(),
                new Terms(SnapshotChoice.UNWANTED, TOKEN, AccountOptions.DEFAULTS)))
        .containsExactly(
            "{\"method\":\"subscribe\",\"params\":{\"channel\":\"executions\","
                + "\"snap_orders\":false,\"snap_trades\":false,\"ratecounter\":true,"
                + "\"token\":\"hush\"},\"req_id\":70}");
  }

  @Test
  void balances() {
    assertPrivate(new Topic.BalanceTopic(), AccountOptions.DEFAULTS, "");
    assertPrivate(
        new Topic.BalanceTopic(),
        new AccountOptions(true, false, false, true, true),
        "\"rebased\":false,\"users\":\"all\",");
  }

  private void assertPrivate(Topic topic, AccountOptions options, String params) {
    String channel = "\"params\":{\"channel\":\"" + topic.name() + "\",";
    assertThat(
            codec.subscribe(
                70, topic, List.of(), new Terms(SnapshotChoice.DEFAULT, TOKEN, options)))
        .containsExactly(
            "{\"method\":\"subscribe\"," + channel + params + "\"token\":\"hush\"},\"req_id\":70}");
    assertThat(codec.unsubscribe(71, topic, List.of(), TOKEN))
        .containsExactly(
            "{\"method\":\"unsubscribe\"," + channel + "\"token\":\"hush\"},\"req_id\":71}");
  }

  @Test
  void individualOrders() {
    Topic topic = new Topic.Level3Topic(Level3Depth.D100);
    String stream =
        "\"params\":{\"channel\":\"level3\",\"symbol\":[\"BTC/USD\",\"DOGE/EUR\"],\"depth\":100,";
    Terms terms = new Terms(SnapshotChoice.WANTED, TOKEN, AccountOptions.DEFAULTS);
    assertThat(codec.subscribe(60, topic, PAIRS, terms))
        .containsExactly(
            "{\"method\":\"subscribe\","
                + stream
                + "\"snapshot\":true,\"token\":\"hush\"},\"req_id\":60}");
    assertThat(codec.unsubscribe(61, topic, PAIRS, TOKEN))
        .containsExactly(
            "{\"method\":\"unsubscribe\"," + stream + "\"token\":\"hush\"},\"req_id\":61}");
  }

  @Test
  void privateStreamsNeedAToken() {
    assertThatThrownBy(() -> codec.subscribe(1, new Topic.BalanceTopic(), List.of(), Terms.PUBLIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("balances needs a token");
  }

  @Test
  void publicStreamsDoNotShowATokenTheyAreGiven() {
    Terms terms = new Terms(SnapshotChoice.DEFAULT, TOKEN, AccountOptions.DEFAULTS);
    assertThat(codec.subscribe(1, new Topic.TradeTopic(), PAIRS, terms))
        .isEqualTo(codec.subscribe(1, new Topic.TradeTopic(), PAIRS, Terms.PUBLIC));
  }

  @ParameterizedTest
  @MethodSource("withoutChannel")
  void ordersAndFillsAreCarriedByExecutions(Topic topic) {
    assertThatThrownBy(() -> codec.unsubscribe(1, topic, List.of(), TOKEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("executions")
        .hasMessageNotContaining("hush");
  }

  static List<Topic> withoutChannel() {
    return List.of(new Topic.OrderTopic(), new Topic.FillTopic());
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
