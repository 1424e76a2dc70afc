package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.failure.SubscriptionRefusedException;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Spread;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Subscribing, sharing and unsubscribing. */
abstract class SubscriptionCases extends MarketDataCase {
  @Test
  @DisplayName("MD-20 each pair of a request is acknowledged by itself")
  void perPairAcknowledgements() {
    Heard<Ticker> tickers = new Heard<>();

    Subscription subscription = market().tickers(List.of(BTC, ETH, DOGE), tickers);

    assertThat(soon(subscription.accepted())).isSameAs(subscription);
    assertThat(subscription.pairs()).containsExactlyInAnyOrder(BTC, ETH, DOGE);
    assertThat(tickers.kinds()).containsOnly(Kind.ACCEPTED).hasSize(3);
    assertThat(tickers.happenings())
        .extracting(SubscriptionEvent::pair)
        .containsExactlyInAnyOrder(BTC, ETH, DOGE);
  }

  @Test
  @DisplayName("MD-21 a partial refusal names the pair, and the others are live")
  void partialRefusal() {
    BookProbe books = new BookProbe(exchange());

    Subscription subscription = market().books(Depth.D10, List.of(BTC, UNLISTED, ETH), books);
    world.run();

    assertThat(refused(subscription)).containsOnlyKeys(UNLISTED);
    assertThat(refused(subscription).get(UNLISTED)).contains("not supported");
    assertThat(books.kindsOf(UNLISTED)).containsExactly(Kind.REFUSED);
    world.step(BTC, 10);
    world.step(ETH, 10);
    books.assertLive(BTC);
    books.assertLive(ETH);
  }

  @Test
  @DisplayName("MD-22 a refusal of every pair leaves nothing subscribed, and asking again works")
  void refusalOfAll() {
    exchange().refuseSubscriptions("EGeneral:Permission denied");
    Subscription first = market().trades(List.of(BTC, ETH), new Heard<>());
    world.run();

    assertThat(refused(first))
        .isEqualTo(Map.of(BTC, "EGeneral:Permission denied", ETH, "EGeneral:Permission denied"));
    assertThat(counted(Entry.SUBSCRIPTIONS)).isZero();
    exchange().refuseSubscriptions(null);
    soon(market().trades(List.of(BTC, ETH), new Heard<>()).accepted());
    assertThat(counted(Entry.SUBSCRIPTIONS)).isEqualTo(2);
  }

  @Test
  @DisplayName("MD-34 a refusal that passes is asked about again, ever more seldom, until granted")
  void refusalForNow() {
    BookProbe books = probe(Depth.D10, List.of(BTC, ETH));
    exchange().refuseSubscriptions("EService:Unavailable");
    transport().cut();
    long before = counted(Entry.REFUSALS);
    world.advance(Duration.ofMinutes(1));

    assertThat(counted(Entry.REFUSALS) - before).isBetween(10L, 14L);
    assertThat(books.kindsOf(BTC))
        .startsWith(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.WARNING)
        .doesNotContain(Kind.REFUSED, Kind.ENDED);
    exchange().refuseSubscriptions(null);
    world.advance(Duration.ofSeconds(31));
    books.assertLive(BTC);
    books.assertLive(ETH);
    assertThat(books.kindsOf(ETH)).endsWith(Kind.RESTORED_WITHOUT_LOSS);
  }

  private static Map<Pair, String> refused(Subscription subscription) {
    return ((SubscriptionRefusedException) failureOf(subscription.accepted())).refused();
  }

  @Test
  @DisplayName(
      "MD-36 none of many subscriptions is lost on a link that takes few requests a second")
  void manyOverTheRateLimit() {
    soon(client.connect());
    exchange().requestLimit(5);
    List<Subscription> all = new ArrayList<>();
    Heard<Object> heard = new Heard<>();
    for (Pair pair : exchange().pairs()) {
      all.add(market().books(Depth.D10, List.of(pair), heard));
      all.add(market().tickers(List.of(pair), heard));
      all.add(market().trades(List.of(pair), heard));
      all.add(market().candles(Interval.MINUTES_1, List.of(pair), heard));
    }

    world.advance(Duration.ofMinutes(2));

    all.forEach(subscription -> soon(subscription.accepted()));
    assertThat(heard.kinds()).doesNotContain(Kind.REFUSED);
    assertThat(counted(Entry.SUBSCRIPTIONS)).isGreaterThanOrEqualTo(all.size());
  }

  @Test
  @DisplayName("MD-37 a busy book that falls silent on a living link is told once and had anew")
  void silentBook() {
    BookProbe books = probe(Depth.D10, List.of(BTC, ETH));
    for (int time = 0; time < 30; time++) {
      world.step(BTC, 2);
      world.step(ETH, 2);
      world.advance(Duration.ofMillis(250));
    }
    exchange().silence(BTC, true);
    world.advance(Duration.ofSeconds(5));
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED);
    for (int time = 0; time < 40; time++) {
      world.step(ETH, 2);
      world.advance(Duration.ofMillis(250));
    }

    assertThat(books.kindsOf(BTC)).contains(Kind.SILENT);
    assertThat(books.levelsShown(BTC)).isZero();
    exchange().silence(BTC, false);
    world.advance(Duration.ofSeconds(30));
    world.step(BTC, 10);
    books.assertLive(BTC);
    assertThat(books.kindsOf(BTC)).containsOnlyOnce(Kind.SILENT);
    assertThat(transport().dials()).isOne();
  }

  @Test
  @DisplayName("MD-38 busy trades that stay silent are told once and asked for until they come")
  void silentTrades() {
    Heard<Trade> trades = new Heard<>();
    soon(market().trades(List.of(BTC), trades).accepted());
    tradeFor(Duration.ofSeconds(15));
    exchange().silence(BTC, true);
    long before = counted(Entry.SUBSCRIPTIONS);
    world.advance(Duration.ofMinutes(5));

    assertThat(trades.kinds()).containsExactly(Kind.ACCEPTED, Kind.SILENT);
    assertThat(counted(Entry.SUBSCRIPTIONS) - before).isBetween(5L, 8L);
    exchange().silence(BTC, false);
    tradeFor(Duration.ofSeconds(15));
    assertThat(trades.kinds()).containsExactly(Kind.ACCEPTED, Kind.SILENT, Kind.RESTORED_WITH_LOSS);
    exchange().silence(BTC, true);
    world.advance(Duration.ofMinutes(1));
    assertThat(trades.kinds()).hasSize(4).endsWith(Kind.SILENT);
    assertThat(transport().dials()).isOne();
  }

  private void tradeFor(Duration duration) {
    for (long tick = 0; tick < duration.toMillis() / 318; tick++) {
      world.step(BTC, Move.TAKE);
      world.advance(Duration.ofMillis(318));
    }
  }

  @Test
  @DisplayName("MD-23 two subscribers of one stream share one subscription on the wire")
  void sharing() {
    Heard<Trade> one = new Heard<>();
    Heard<Trade> other = new Heard<>();
    soon(market().trades(List.of(BTC), one).accepted());

    soon(market().trades(List.of(BTC), other).accepted());
    world.step(BTC, Move.TAKE);

    assertThat(counted(Entry.SUBSCRIPTIONS)).isOne();
    assertThat(counted(Entry.REFUSALS)).isZero();
    assertThat(one.events()).isNotEmpty().isEqualTo(other.events());
  }

  @Test
  @DisplayName("MD-24 who leaves a shared stream leaves it to the other; the last one ends it")
  void leavingOneByOne() {
    Heard<Trade> leaving = new Heard<>();
    Heard<Trade> staying = new Heard<>();
    Subscription first = market().trades(List.of(BTC), leaving);
    Subscription second = market().trades(List.of(BTC), staying);
    world.run();

    first.unsubscribe();
    world.step(BTC, Move.TAKE);
    assertThat(counted(Entry.UNSUBSCRIPTIONS)).isZero();
    assertThat(leaving.events()).isEmpty();
    assertThat(staying.events()).isNotEmpty();

    second.unsubscribe();
    world.run();
    assertThat(counted(Entry.UNSUBSCRIPTIONS)).isOne();
  }

  @Test
  @DisplayName("MD-25 after unsubscribing nothing more is heard, and the exchange sends no more")
  void unsubscribing() {
    BookProbe books = new BookProbe(exchange());
    Subscription subscription = market().books(Depth.D10, List.of(BTC, ETH), books);
    world.step(BTC, 5);

    subscription.unsubscribe();
    subscription.unsubscribe();
    world.run();
    int shown = books.shown(BTC);
    long updates = counted(Entry.BOOK_UPDATES);
    world.step(BTC, 20);

    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED, Kind.ENDED);
    assertThat(books.kindsOf(ETH)).containsExactly(Kind.ACCEPTED, Kind.ENDED);
    assertThat(books.shown(BTC)).isEqualTo(shown);
    assertThat(counted(Entry.BOOK_UPDATES)).isEqualTo(updates);
    assertThat(counted(Entry.REFUSALS)).isZero();
  }

  @Test
  @DisplayName("MD-26 who subscribed and left can come back")
  void comingBack() {
    BookProbe first = new BookProbe(exchange());
    Subscription subscription = market().books(Depth.D10, List.of(BTC), first);
    world.step(BTC, 5);
    subscription.unsubscribe();
    world.step(BTC, 5);

    BookProbe second = probe(Depth.D10, BTC);
    world.step(BTC, 20);

    second.assertLive(BTC);
    assertThat(counters().checksumsMismatched()).isZero();
  }

  @Test
  @DisplayName("MD-27 leaving and coming back before the exchange has answered ends live")
  void comingBackAtOnce() {
    Subscription subscription = market().books(Depth.D10, List.of(BTC), new Heard<>());
    subscription.unsubscribe();
    BookProbe books = new BookProbe(exchange());
    Subscription again = market().books(Depth.D10, List.of(BTC), books);
    world.advance(RECOVERY);

    soon(again.accepted());
    world.step(BTC, 20);
    books.assertLive(BTC);
  }

  @Test
  @DisplayName("MD-35 a book of another depth never takes the frames of the one that was left")
  void anotherDepthAtOnce() {
    soon(client.connect());
    market().books(Depth.D10, List.of(BTC), new Heard<>()).unsubscribe();
    BookProbe books = new BookProbe(exchange());
    Subscription deeper = market().books(Depth.D100, List.of(BTC), books);
    world.step(BTC, 20);

    soon(deeper.accepted());
    books.assertLive(BTC);
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED);
    assertThat(counters().checksumsMismatched()).isZero();
  }

  @Test
  @DisplayName("MD-28 who comes late gets the present state at once, without a request")
  void lateJoiners() {
    market().books(Depth.D10, List.of(BTC), new Heard<>());
    market().tickers(List.of(BTC), new Heard<>());
    market().candles(Interval.MINUTES_1, List.of(BTC), new Heard<>());
    market().spreads(List.of(ETH), new Heard<>());
    world.step(BTC, 30);
    int sent = transport().sent().size();
    Heard<Ticker> tickers = new Heard<>();
    Heard<Candle> candles = new Heard<>();
    Heard<Spread> spreads = new Heard<>();

    probe(Depth.D10, BTC);
    soon(market().tickers(List.of(BTC), tickers).accepted());
    soon(market().candles(Interval.MINUTES_1, List.of(BTC), candles).accepted());
    soon(market().spreads(List.of(ETH), spreads).accepted());

    assertThat(transport().sent()).hasSize(sent);
    assertThat(tickers.events()).hasSize(1);
    assertThat(candles.events()).hasSize(1);
    assertThat(spreads.events()).hasSize(1);
    assertThat(tickers.last().last())
        .isEqualByComparingTo(
            exchange().lastTrades(BTC).get(exchange().lastTrades(BTC).size() - 1).price());
    assertThat(spreads.last().bid())
        .isEqualByComparingTo(exchange().book(ETH).bids().get(0).price());
  }

  @Test
  @DisplayName("MD-29 XBT/USD and XDG/USD are BTC/USD and DOGE/USD")
  void oldNames() {
    BookProbe books = probe(Depth.D10, List.of(Pair.of("XBT/USD"), BTC, Pair.of("XDG/USD"), DOGE));

    world.step(BTC, 10);
    world.step(DOGE, 10);

    assertThat(counted(Entry.SUBSCRIPTIONS)).isEqualTo(2);
    books.assertLive(BTC);
    books.assertLive(Pair.of("XDG/USD"));
    assertThat(books.happenings())
        .extracting(SubscriptionEvent::pair)
        .containsExactlyInAnyOrder(BTC, DOGE);
  }

  @Test
  @DisplayName("MD-30 all pairs of the market can be had in one call")
  void allPairs() {
    BookProbe books = probe(Depth.D10, exchange().pairs());
    exchange().pairs().forEach(pair -> world.step(pair, 5));

    exchange().pairs().forEach(books::assertLive);
    assertThat(counted(Entry.SUBSCRIPTIONS)).isEqualTo(exchange().pairs().size());
    assertThat(transport().sent()).hasSizeLessThan(5);
  }

  @Test
  @DisplayName("MD-31 a request over the rate limit is made again until it is granted")
  void rateLimit() {
    soon(client.connect());
    exchange().requestLimit(2);
    Heard<Ticker> tickers = new Heard<>();
    List<Subscription> subscriptions =
        exchange().pairs().stream()
            .limit(8)
            .map(pair -> market().tickers(List.of(pair), tickers))
            .toList();

    world.advance(Duration.ofSeconds(10));

    subscriptions.forEach(subscription -> soon(subscription.accepted()));
    assertThat(tickers.kinds()).doesNotContain(Kind.REFUSED);
    assertThat(tickers.events()).extracting(Ticker::pair).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  @DisplayName(
      "MD-32 a request whose answer is lost counts as granted after the deadline, if data came")
  void lostAnswer() {
    soon(client.connect());
    transport().loseOnce("subscri");
    BookProbe books = new BookProbe(exchange());
    Subscription subscription = market().books(Depth.D10, List.of(BTC), books);

    world.advance(Duration.ofSeconds(9));
    assertThat(subscription.accepted().toCompletableFuture()).isNotDone();
    world.advance(Duration.ofSeconds(3));

    soon(subscription.accepted());
    world.step(BTC, 20);
    books.assertLive(BTC);
    assertThat(books.kindsOf(BTC)).contains(Kind.WARNING);
  }

  @Test
  @DisplayName("MD-33 a listener that throws is reported and harms no other")
  void throwingListener() {
    BookProbe books = probe(Depth.D10, BTC);
    IllegalStateException mine = new IllegalStateException("mine");
    market()
        .books(
            Depth.D10,
            List.of(BTC),
            book -> {
              throw mine;
            });

    world.step(BTC, 5);

    assertThat(connection.failures).isNotEmpty().allMatch(thrown -> thrown == mine);
    connection.failures.clear();
    books.assertLive(BTC);
    assertThat(books.shown(BTC)).isGreaterThan(1);
  }
}
