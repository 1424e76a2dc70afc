package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.BookLevel;
import io.krakenspot.market.Pair;
import io.krakenspot.port.VirtualLoop;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange as a whole: its market, its pace, its end. */
final class ExchangeTest {
  private static final Pair BITCOIN = Pair.of("BTC/USD");
  private static final String EVERYTHING =
      "{'event':'subscribe','pair':['BTC/USD','RARE/EUR'],'subscription':{'name':'*'}}";

  private static List<String> session(long seed) {
    VirtualLoop loop = new VirtualLoop();
    Exchange exchange = Exchange.builder(loop).seed(seed).eventsPerSecond(5).open();
    TestClient v1 = new TestClient(exchange, loop, Path.V1_PUBLIC);
    TestClient v2 = new TestClient(exchange, loop, Path.V2_PUBLIC);
    v1.send(EVERYTHING);
    v2.send("{'method':'subscribe','params':{'channel':'book','symbol':['BTC/USD'],'depth':25}}");
    loop.advance(Duration.ofSeconds(20));
    List<String> texts = new ArrayList<>(v1.texts());
    texts.addAll(v2.texts());
    return texts;
  }

  @Test
  void theSameSeedGivesTheSameText() {
    assertThat(session(42)).hasSizeGreaterThan(200).isEqualTo(session(42));
    assertThat(session(42)).isNotEqualTo(session(43));
  }

  @Test
  void happensAtTheChosenPace() {
    VirtualLoop loop = new VirtualLoop();
    Exchange exchange = Exchange.builder(loop).eventsPerSecond(10).open();
    loop.advance(Duration.ofSeconds(10));
    double expected = 10.0 * 10 * exchange.pairs().size();
    assertThat((double) exchange.ledger().count(Entry.EVENTS))
        .isBetween(0.98 * expected, 1.02 * expected);

    exchange.eventsPerSecond(0);
    loop.run();
    long events = exchange.ledger().count(Entry.EVENTS);
    loop.advance(Duration.ofSeconds(10));
    assertThat(exchange.ledger().count(Entry.EVENTS)).isEqualTo(events);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void booksStayUncrossedPositiveAndNearTheirFirstPrice(long seed) {
    VirtualLoop loop = new VirtualLoop();
    Exchange exchange = Exchange.builder(loop).seed(seed).eventsPerSecond(0).open();
    assertThat(exchange.pairs()).hasSizeGreaterThanOrEqualTo(30);
    MarketBook opening = exchange.book(BITCOIN);
    for (int step = 0; step < 60_000; step++) {
      exchange.step();
      loop.run();
    }
    for (Pair pair : exchange.pairs()) {
      MarketBook book = exchange.book(pair, 2000);
      assertThat(book.bids()).as("%s", pair).isNotEmpty().allMatch(ExchangeTest::positive);
      assertThat(book.asks()).as("%s", pair).isNotEmpty().allMatch(ExchangeTest::positive);
      assertThat(book.bids().get(0).price()).as("%s", pair).isLessThan(book.asks().get(0).price());
    }
    BigDecimal moved =
        exchange.book(BITCOIN).bids().get(0).price().subtract(opening.bids().get(0).price());
    assertThat(moved.abs()).isLessThan(new BigDecimal("6000"));
    assertThat(exchange.book(BITCOIN, 2000).bids()).hasSizeGreaterThan(1000);
    assertThat(exchange.book(Pair.of("RARE/EUR"), 2000).asks()).hasSizeLessThan(10);
  }

  private static boolean positive(BookLevel level) {
    return level.price().signum() > 0 && level.quantity().signum() > 0;
  }

  @Test
  void timesNeverGoBack() {
    VirtualLoop loop = new VirtualLoop();
    Exchange exchange = Exchange.builder(loop).seed(9).eventsPerSecond(5).open();
    TestClient client = new TestClient(exchange, loop, Path.V2_PUBLIC);
    client.send(
        "{'method':'subscribe','params':{'channel':'book','symbol':['BTC/USD','ETH/USD']}}");
    loop.advance(Duration.ofSeconds(30));
    List<String> times =
        client.frames().stream()
            .map(frame -> frame.at("/data/0/timestamp"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .toList();
    assertThat(times).hasSizeGreaterThan(100).isSorted();
    assertThat(times).allMatch(time -> time.matches("2026-01-01T00:00:\\d\\d\\.\\d{6}Z"));
  }

  @Test
  void tradeIdsRiseByOne() {
    VirtualLoop loop = new VirtualLoop();
    Exchange exchange = Exchange.builder(loop).seed(9).eventsPerSecond(0).open();
    TestClient client = new TestClient(exchange, loop, Path.V2_PUBLIC);
    client.send(
        "{'method':'subscribe','params':"
            + "{'channel':'trade','symbol':['BTC/USD'],'snapshot':true}}");
    for (int step = 0; step < 100; step++) {
      exchange.step(BITCOIN, Move.TAKE);
      loop.run();
    }
    List<Long> ids = new ArrayList<>();
    for (JsonNode frame : client.frames()) {
      frame.path("data").forEach(trade -> addId(trade, ids));
    }
    assertThat(ids).hasSizeGreaterThan(100);
    for (int index = 1; index < ids.size(); index++) {
      assertThat(ids.get(index)).isEqualTo(ids.get(index - 1) + 1);
    }
  }

  private static void addId(JsonNode trade, List<Long> ids) {
    if (trade.has("trade_id")) {
      ids.add(trade.get("trade_id").asLong());
    }
  }

  @Test
  void closingEndsEveryConnectionAndLeavesNoTimer() {
    VirtualLoop loop = new VirtualLoop();
    Exchange exchange = Exchange.builder(loop).eventsPerSecond(5).open();
    TestClient client = new TestClient(exchange, loop, Path.V1_PUBLIC);
    exchange.close();
    exchange.close();
    loop.run();
    assertThat(client.closes()).isOne();
    assertThat(loop.timers()).isZero();
    assertThat(new TestClient(exchange, loop, Path.V1_PUBLIC).closes()).isOne();
  }

  @Test
  void aClientThatLeavesIsForgottenAndNotCalledBack() {
    VirtualLoop loop = new VirtualLoop();
    Exchange exchange = Exchange.builder(loop).eventsPerSecond(5).open();
    TestClient client = new TestClient(exchange, loop, Path.V1_PUBLIC);
    client.send(EVERYTHING);
    client.connection().close();
    loop.run();
    client.texts();
    loop.advance(Duration.ofSeconds(5));
    assertThat(client.texts()).isEmpty();
    assertThat(client.closes()).isZero();
    assertThat(exchange.connections()).isEmpty();
  }

  @Test
  void namesThePairsItHasWhenAskedForAnother() {
    Exchange exchange = Exchange.builder(new VirtualLoop()).open();
    assertThatThrownBy(() -> exchange.step(Pair.of("NO/PE")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NO/PE")
        .hasMessageContaining("BTC/USD");
  }
}
