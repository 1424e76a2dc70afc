package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {
  private static final Token TOKEN = new Token("AAAAbase64tokenAAAA");
  private static final AccountOptions ALL = new AccountOptions(true, true, false, true, false);
  private static final AccountOptions KRAKENS = new AccountOptions(false, true, true, false, true);

  private final V1Codec codec = new V1Codec();

  @Test
  void bookAlwaysSaysItsDepth() {
    assertThat(subscribe(7, new Topic.BookTopic(Depth.D10), Pair.of("BTC/USD"), Pair.of("ETH/USD")))
        .containsExactly(
            """
            {"event":"subscribe","reqid":7,"pair":["XBT/USD","ETH/USD"],\
            "subscription":{"name":"book","depth":10}}""");
  }

  @Test
  void candlesAlwaysSayTheirInterval() {
    assertThat(subscribe(8, new Topic.CandleTopic(Interval.MINUTES_1), Pair.of("DOGE/BTC")))
        .containsExactly(
            """
            {"event":"subscribe","reqid":8,"pair":["XDG/XBT"],\
            "subscription":{"name":"ohlc","interval":1}}""");
  }

  @Test
  void otherStreamsSayTheirNameAlone() {
    assertThat(subscribe(0, new Topic.TickerTopic(TickerTrigger.TRADES), Pair.of("ETH/EUR")))
        .containsExactly(named("ticker"));
    assertThat(subscribe(0, new Topic.SpreadTopic(), Pair.of("ETH/EUR")))
        .containsExactly(named("spread"));
    assertThat(subscribe(0, new Topic.TradeTopic(), Pair.of("ETH/EUR")))
        .containsExactly(named("trade"));
  }

  @Test
  void unsubscribing() {
    assertThat(
            codec.unsubscribe(
                10, new Topic.BookTopic(Depth.D25), List.of(Pair.of("BTC/USD")), null))
        .containsExactly(
            """
            {"event":"unsubscribe","reqid":10,"pair":["XBT/USD"],\
            "subscription":{"name":"book","depth":25}}""");
  }

  @Test
  void ping() {
    assertThat(codec.ping(42)).isEqualTo("{\"event\":\"ping\",\"reqid\":42}");
  }

  @ParameterizedTest
  @CsvSource({
    "BTC/USD,XBT/USD",
    "DOGE/USD,XDG/USD",
    "ETH/BTC,ETH/XBT",
    "DOGE/BTC,XDG/XBT",
    "XBT/EUR,XBT/EUR",
    "WBTC/BTC,WBTC/XBT",
    "XTZ/USD,XTZ/USD"
  })
  void namesGoOutInTheOlderForm(String pair, String wire) {
    assertThat(Names.wire(Pair.of(pair))).isEqualTo(wire);
    assertThat(Names.pair(wire)).isEqualTo(Pair.of(pair));
  }

  @Test
  void streamsThatV1LacksAreRefused() {
    Stream.of(
            new Topic.InstrumentTopic(false),
            new Topic.TickerTopic(TickerTrigger.BEST_BID_OFFER),
            new Topic.Level3Topic(Level3Depth.D10),
            new Topic.ExecutionTopic(),
            new Topic.BalanceTopic())
        .forEach(
            topic ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> codec.subscribe(1, topic, List.of(), account(ALL)))
                    .withMessage("v1 has no channel for " + topic));
  }

  @Test
  void ordersAndFillsHaveATokenAndNoPair() {
    assertThat(codec.subscribe(9, new Topic.OrderTopic(), List.of(), account(KRAKENS)))
        .containsExactly(
            """
            {"event":"subscribe","reqid":9,\
            "subscription":{"name":"openOrders","token":"AAAAbase64tokenAAAA"}}""");
    assertThat(codec.subscribe(10, new Topic.FillTopic(), List.of(), account(KRAKENS)))
        .containsExactly(
            """
            {"event":"subscribe","reqid":10,\
            "subscription":{"name":"ownTrades","token":"AAAAbase64tokenAAAA"}}""");
  }

  @Test
  void ordersAndFillsSayWhatDiffersFromTheDefaults() {
    assertThat(codec.subscribe(9, new Topic.OrderTopic(), List.of(), account(ALL)))
        .containsExactly(
            """
            {"event":"subscribe","reqid":9,"subscription":{"name":"openOrders",\
            "ratecounter":true,"rebased":false,"token":"AAAAbase64tokenAAAA"}}""");
    assertThat(codec.subscribe(10, new Topic.FillTopic(), List.of(), account(ALL)))
        .containsExactly(
            """
            {"event":"subscribe","reqid":10,"subscription":{"name":"ownTrades",\
            "consolidate_taker":false,"rebased":false,"token":"AAAAbase64tokenAAAA"}}""");
  }

  @Test
  void unsubscribingFromOrdersAndFills() {
    assertThat(codec.unsubscribe(11, new Topic.OrderTopic(), List.of(), TOKEN))
        .containsExactly(
            """
            {"event":"unsubscribe","reqid":11,\
            "subscription":{"name":"openOrders","token":"AAAAbase64tokenAAAA"}}""");
    assertThat(codec.unsubscribe(12, new Topic.FillTopic(), List.of(), TOKEN))
        .containsExactly(
            """
            {"event":"unsubscribe","reqid":12,\
            "subscription":{"name":"ownTrades","token":"AAAAbase64tokenAAAA"}}""");
  }

  @Test
  void ordersNeedAToken() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> subscribe(1, new Topic.OrderTopic()))
        .withMessage("orders need a token");
  }

  @Test
  void theTokenStandsInTheFrameOnce() {
    assertThat(codec.subscribe(9, new Topic.OrderTopic(), List.of(), account(ALL)).get(0))
        .containsOnlyOnce(TOKEN.text());
    assertThat(account(ALL).toString() + codec).doesNotContain(TOKEN.text());
  }

  private List<String> subscribe(long requestId, Topic topic, Pair... pairs) {
    return codec.subscribe(requestId, topic, List.of(pairs), Terms.PUBLIC);
  }

  private static Terms account(AccountOptions options) {
    return new Terms(SnapshotChoice.WANTED, TOKEN, options);
  }

  private static String named(String name) {
    return "{\"event\":\"subscribe\",\"reqid\":0,\"pair\":[\"ETH/EUR\"],\"subscription\":{\"name\":\""
        + name
        + "\"}}";
  }
}
