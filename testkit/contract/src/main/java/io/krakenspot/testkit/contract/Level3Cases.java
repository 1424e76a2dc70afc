package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.SubscriptionRefusedException;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Level3Event;
import io.krakenspot.market.Level3Levels;
import io.krakenspot.market.Level3Order;
import io.krakenspot.market.Pair;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.Move;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books of orders while nothing goes wrong. */
abstract class Level3Cases extends Level3Case {
  private static final int STEPS = 400;

  @ParameterizedTest(name = "{0}")
  @EnumSource(Level3Depth.class)
  @DisplayName(
      "MD-130 a book of orders of every depth equals the exchange's after every message, all"
          + " checked")
  void everyDepth(Level3Depth depth) {
    Level3Probe books = orders(depth, BTC);

    world.step(BTC, STEPS);

    books.assertLive(BTC);
    assertAllShownAndChecked(books, BTC);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"RARE/EUR", "SHIB/USD", "BONK/USD", "ADA/BTC", "DOGE/USD", "TSLAx/USD"})
  @DisplayName("MD-131 thin books of orders and tiny prices are right as well")
  void everyKindOfPair(String name) {
    Pair pair = Pair.of(name);
    Level3Probe books = orders(Level3Depth.D10, pair);

    world.step(pair, STEPS);

    books.assertLive(pair);
    assertAllShownAndChecked(books, pair);
  }

  private void assertAllShownAndChecked(Level3Probe books, Pair pair) {
    int updates = (int) counted(Entry.BOOK_UPDATES);
    assertThat(updates).as("updates").isPositive();
    assertThat(books.shown(pair)).isEqualTo(updates + 1);
    assertThat(books.verified()).isEqualTo(updates + 1);
    assertThat(counters().checksumsVerified()).isEqualTo(updates + 1);
    assertThat(counters().checksumsMismatched()).isZero();
    assertThat(counters().unknownFields()).isZero();
    assertThat(books.kindsOf(pair)).containsExactly(Kind.ACCEPTED);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Move.class)
  @DisplayName("MD-132 each kind of event changes a book of orders once, never half of it")
  void everyMove(Move move) {
    Level3Probe books = orders(Level3Depth.D10, BTC, RARE);

    for (int time = 0; time < 50; time++) {
      world.step(BTC, move);
      world.step(RARE, move);
    }

    books.assertLive(BTC);
    books.assertLive(RARE);
    assertThat(books.shown(BTC) + books.shown(RARE))
        .isEqualTo(2 + (int) counted(Entry.BOOK_UPDATES));
  }

  @Test
  @DisplayName("MD-133 what is said of single orders turns the queues before into those after")
  void events() {
    Heard<Level3Book> books = heard(BTC);
    world.step(BTC, STEPS);

    List<Level3Book> shown = books.events();
    List<Level3Event> all = new ArrayList<>();
    assertThat(shown.get(0).fromSnapshot()).isTrue();
    for (int index = 1; index < shown.size(); index++) {
      Level3Book before = shown.get(index - 1);
      Level3Book after = shown.get(index);
      assertThat(after.fromSnapshot()).isFalse();
      assertThat(after(before.bids(), after.bidEvents(), false)).isEqualTo(queues(after.bids()));
      assertThat(after(before.asks(), after.askEvents(), true)).isEqualTo(queues(after.asks()));
      all.addAll(after.bidEvents());
      all.addAll(after.askEvents());
    }
    assertThat(all).extracting(Level3Event::kind).contains(Level3Event.Kind.values());
  }

  private static List<List<Level3Order>> queues(Level3Levels side) {
    return IntStream.range(0, side.size()).mapToObj(side::orders).toList();
  }

  /** Joins the back, keeps its place, is gone: as Kraken's guide says. */
  private static List<List<Level3Order>> after(
      Level3Levels before, List<Level3Event> events, boolean rising) {
    Map<BigDecimal, Map<String, Level3Order>> levels =
        new TreeMap<>((one, other) -> rising ? one.compareTo(other) : other.compareTo(one));
    queues(before).forEach(queue -> queue.forEach(order -> put(levels, order)));
    for (Level3Event event : events) {
      Level3Order order = event.order();
      if (event.kind() == Level3Event.Kind.DELETE) {
        levels.computeIfPresent(
            order.price(),
            (price, level) -> level.remove(order.id()) != null && level.isEmpty() ? null : level);
      } else {
        put(levels, order);
      }
    }
    return levels.values().stream()
        .limit(Level3Depth.D10.levels())
        .map(level -> List.copyOf(level.values()))
        .toList();
  }

  private static void put(Map<BigDecimal, Map<String, Level3Order>> levels, Level3Order order) {
    levels.computeIfAbsent(order.price(), none -> new LinkedHashMap<>()).put(order.id(), order);
  }

  @Test
  @DisplayName("MD-134 a copy no longer changes; its figures agree with the book of levels")
  void copies() {
    Heard<Level3Book> books = heard(BTC);
    Level3Book first = books.last();
    List<List<Level3Order>> bids = queues(first.bids());

    world.step(BTC, 50);

    assertThat(queues(first.bids())).isEqualTo(bids);
    assertThat(first.spread())
        .isEqualByComparingTo(first.asks().price(0).subtract(first.bids().price(0)));
    Level3Book last = books.last();
    assertThat(last.timestamp()).isNotNull();
    assertThat(last.bids().toList()).isEqualTo(exchange().book(BTC).bids());
    assertThat(last.asks().toList()).isEqualTo(exchange().book(BTC).asks());
    assertThat(last.bestBid()).isEqualTo(exchange().book(BTC).bids().get(0));
  }

  @Test
  @DisplayName("MD-135 who comes late gets the present book at once, without a request")
  void lateJoiners() {
    heard(BTC);
    world.step(BTC, 30);
    int sent = transport().sent().size();

    Level3Probe books = orders(Level3Depth.D10, BTC);

    assertThat(transport().sent()).hasSize(sent);
    assertThat(books.shown(BTC)).isOne();
  }

  @Test
  @DisplayName("MD-136 many pairs, of levels and of orders, are kept side by side")
  void severalPairs() {
    Level3Probe books = orders(Level3Depth.D10, exchange().pairs());
    BookProbe levels = probe(Depth.D25, exchange().pairs());

    exchange().pairs().forEach(pair -> world.step(pair, 20));

    exchange().pairs().forEach(books::assertLive);
    exchange().pairs().forEach(levels::assertLive);
    assertThat(connections()).isOne();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Level3Depth.class)
  @DisplayName("MD-137 after unsubscribing nothing more is heard, and who comes back is live")
  void unsubscribing(Level3Depth depth) {
    Level3Probe books = new Level3Probe(exchange());
    Subscription subscription = market().level3(depth, List.of(BTC, ETH), books);
    world.advance(ASKING);
    world.step(BTC, 5);

    subscription.unsubscribe();
    world.run();
    int shown = books.shown(BTC);
    long updates = counted(Entry.BOOK_UPDATES);
    world.step(BTC, 20);

    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED, Kind.ENDED);
    assertThat(books.shown(BTC)).isEqualTo(shown);
    assertThat(counted(Entry.BOOK_UPDATES)).isEqualTo(updates);
    assertThat(counted(Entry.UNSUBSCRIPTIONS)).isEqualTo(2);
    assertThat(counted(Entry.REFUSALS)).isZero();
    Level3Probe again = orders(Level3Depth.D10, BTC);
    world.step(BTC, 20);
    again.assertLive(BTC);
    assertThat(counters().checksumsMismatched()).isZero();
  }

  @Test
  @DisplayName("MD-138 a pair has one depth; another is refused in words, and nothing breaks")
  void onlyOneDepth() {
    Level3Probe books = orders(Level3Depth.D10, BTC);
    Heard<Level3Book> refused = new Heard<>();
    int sent = transport().sent().size();

    market().level3(Level3Depth.D100, List.of(BTC), refused);
    world.run();

    assertThat(refused.kindsOf(BTC)).containsExactly(Kind.REFUSED);
    assertThat(refused.happenings().get(0).detail()).contains(protocol().name(), "unsubscribe");
    assertThat(transport().sent()).hasSize(sent);
    world.step(BTC, 20);
    books.assertLive(BTC);
  }

  @Test
  @DisplayName("MD-139 a pair that is not listed is refused, and the others are live")
  void partialRefusal() {
    Level3Probe books = new Level3Probe(exchange());

    Subscription subscription =
        market().level3(Level3Depth.D10, List.of(BTC, UNLISTED, ETH), books);
    world.run();

    assertThat(refused(subscription)).containsOnlyKeys(UNLISTED);
    assertThat(books.kindsOf(UNLISTED)).containsExactly(Kind.REFUSED);
    world.step(BTC, 10);
    books.assertLive(BTC);
    books.assertLive(ETH);
  }

  private static Map<Pair, String> refused(Subscription subscription) {
    return ((SubscriptionRefusedException) failureOf(subscription.accepted())).refused();
  }

  @Test
  @DisplayName("MD-140 more than 200 pairs are spread over connections of 200 at most")
  void manyPairs() {
    List<Pair> pairs = new ArrayList<>();
    IntStream.range(0, 199).mapToObj(number -> Pair.of("N" + number + "/USD")).forEach(pairs::add);
    pairs.addAll(List.of(BTC, ETH, DOGE));
    Level3Probe books = new Level3Probe(exchange());

    Subscription subscription = market().level3(Level3Depth.D10, pairs, books);
    world.advance(RECOVERY);

    assertThat(refused(subscription)).hasSize(199);
    assertThat(connections()).isEqualTo(2);
    for (Pair pair : List.of(BTC, ETH, DOGE)) {
      world.step(pair, 20);
      books.assertLive(pair);
    }
  }

  @Test
  @DisplayName("MD-141 a pair over the exchange's own limit is refused with its words")
  void symbolLimit() {
    exchange().level3Limit(2);
    Level3Probe books = new Level3Probe(exchange());

    Subscription subscription = market().level3(Level3Depth.D10, List.of(BTC, ETH, DOGE), books);
    world.run();

    assertThat(refused(subscription))
        .containsExactly(Map.entry(DOGE, "Subscription symbol limit exceeded"));
    world.step(BTC, 10);
    books.assertLive(BTC);
    books.assertLive(ETH);
  }

  @Test
  @DisplayName("MD-142 without credentials it is refused before anything is sent")
  void needsCredentials() {
    try (KrakenClient stranger = world.client(protocol()).build()) {
      assertThatThrownBy(
              () ->
                  stranger
                      .marketData()
                      .level3(Level3Depth.D10, List.of(BTC), new Heard<Level3Book>()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("credentials");
      world.run();
    }
    assertThat(transport().dials()).isZero();
  }

  @Test
  @DisplayName("MD-143 a token that is refused is renewed, and the books are had with the new one")
  void tokenRefused() {
    Level3Probe books = orders(Level3Depth.D10, BTC);
    assertThat(transport().tokens().calls()).isOne();

    exchange().expireTokens();
    Level3Probe others = new Level3Probe(exchange());
    Subscription subscription = market().level3(Level3Depth.D10, List.of(ETH), others);
    world.advance(Duration.ofSeconds(5));

    soon(subscription.accepted());
    assertThat(transport().tokens().calls()).isEqualTo(2);
    assertThat(others.kindsOf(ETH)).startsWith(Kind.WARNING).endsWith(Kind.ACCEPTED);
    world.step(BTC, 10);
    world.step(ETH, 10);
    books.assertLive(BTC);
    others.assertLive(ETH);
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED);
  }

  @Test
  @DisplayName("MD-144 each connection has a token of its own, asked for only when it is needed")
  void tokenPerLink() {
    soon(client.connect());
    assertThat(transport().tokens().calls()).isZero();
    Level3Probe books = orders(Level3Depth.D10, BTC);

    exchange().dropConnections();
    world.advance(Duration.ofSeconds(10));

    assertThat(transport().tokens().calls()).isEqualTo(2);
    books.assertLive(BTC);
  }
}
