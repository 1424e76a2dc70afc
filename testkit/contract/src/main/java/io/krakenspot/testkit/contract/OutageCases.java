package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.Listener;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.port.Feature;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.testkit.exchange.DoorAnswer;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.MarketBook;
import io.krakenspot.testkit.exchange.Move;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links that are lost, silent or refused. */
abstract class OutageCases extends MarketDataCase {
  private static final LinkClosed UNAVAILABLE =
      new LinkClosed(LinkClosed.Kind.REFUSED, 503, "503 for now", null);

  @Test
  @DisplayName("MD-110 after a cut everything is restored by itself, and each stream says so")
  void restored() {
    BookProbe books = probe(Depth.D25, List.of(BTC, ETH));
    Heard<Trade> trades = new Heard<>();
    Heard<Ticker> tickers = new Heard<>();
    soon(market().trades(List.of(BTC), trades).accepted());
    soon(market().tickers(List.of(DOGE), tickers).accepted());

    exchange().dropConnections();
    world.run();
    world.step(BTC, 20);

    assertThat(connection.state()).isEqualTo(ConnectionState.READY);
    assertThat(books.kindsOf(BTC))
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(books.kindsOf(ETH)).isEqualTo(books.kindsOf(BTC));
    assertThat(tickers.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(trades.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITH_LOSS);
    books.assertLive(BTC);
    books.assertLive(ETH);
    assertThat(tickers.events()).hasSize(2);
  }

  @Test
  @DisplayName("MD-120 candles are restored without loss only where past candles are sent")
  void restoredCandles() {
    Heard<Candle> candles = new Heard<>();
    soon(market().candles(Interval.MINUTES_1, List.of(BTC), candles).accepted());

    transport().cut();
    world.advance(RECOVERY);

    assertThat(candles.kinds())
        .filteredOn(kind -> kind != Kind.WARNING)
        .containsExactly(
            Kind.ACCEPTED,
            Kind.INTERRUPTED,
            has(Feature.CANDLE_HISTORY) ? Kind.RESTORED_WITHOUT_LOSS : Kind.RESTORED_WITH_LOSS);
  }

  @Test
  @DisplayName("MD-124 nothing is told to be restored without loss before its data is in")
  void restoredByData() {
    List<Told> all = new ArrayList<>();
    all.add(told(told -> market().books(Depth.D10, List.of(BTC), told.listener())));
    all.add(told(told -> market().tickers(List.of(BTC), told.listener())));
    if (has(Feature.SPREAD)) {
      all.add(told(told -> market().spreads(List.of(BTC), told.listener())));
    }
    if (has(Feature.CANDLE_HISTORY)) {
      world.step(BTC, Move.TAKE);
      Interval minutes = Interval.MINUTES_1;
      all.add(told(told -> market().candles(minutes, List.of(BTC), told.listener())));
    }
    exchange().silence(BTC, true);
    transport().cut();
    world.advance(Duration.ofSeconds(8));
    assertThat(all).allSatisfy(told -> assertThat(told.words).endsWith("INTERRUPTED"));

    exchange().silence(BTC, false);
    world.advance(RECOVERY);

    assertThat(all)
        .allSatisfy(
            told ->
                assertThat(told.sinceTheCut())
                    .startsWith(Told.DATA)
                    .endsWith(Kind.RESTORED_WITHOUT_LOSS.name())
                    .containsOnlyOnce(Kind.RESTORED_WITHOUT_LOSS.name()));
  }

  private Told told(Function<Told, Subscription> subscribe) {
    Told told = new Told();
    soon(subscribe.apply(told).accepted());
    return told;
  }

  @Test
  @DisplayName("MD-125 without a snapshot a stream is restored with loss")
  void restoredWithoutSnapshot() {
    assumeHas(Feature.SNAPSHOT_CHOICE);
    Heard<Ticker> tickers = new Heard<>();
    Heard<Candle> candles = new Heard<>();
    MarketData market = market().withSnapshot(false);
    soon(market.tickers(List.of(BTC), tickers).accepted());
    soon(market.candles(Interval.MINUTES_1, List.of(BTC), candles).accepted());

    transport().cut();
    world.advance(RECOVERY);

    assertThat(tickers.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITH_LOSS);
    assertThat(candles.kinds()).filteredOn(kind -> kind != Kind.WARNING).isEqualTo(tickers.kinds());
  }

  /** Data and notices in the order in which they are told, warnings and resyncs left out. */
  private static final class Told {
    private static final String DATA = "data";
    private static final Set<Kind> LEFT_OUT = Set.of(Kind.WARNING, Kind.RESYNCING);

    private final List<String> words = new ArrayList<>();

    private <E> Listener<E> listener() {
      return new Listener<>() {
        @Override
        public void on(E event) {
          words.add(DATA);
        }

        @Override
        public void onSubscription(SubscriptionEvent event) {
          if (!LEFT_OUT.contains(event.kind())) {
            words.add(event.kind().name());
          }
        }
      };
    }

    private List<String> sinceTheCut() {
      return words.subList(words.indexOf(Kind.INTERRUPTED.name()) + 1, words.size());
    }
  }

  @Test
  @DisplayName("MD-111 while the link is away a book is stale and shows no level")
  void stale() {
    BookProbe books = probe(Depth.D10, BTC);
    transport().refuse(UNAVAILABLE);
    transport().cut();
    world.run();

    assertThat(books.state(BTC)).isEqualTo(BookState.STALE);
    assertThat(books.levelsShown(BTC)).isZero();
    assertThat(connection.state()).isEqualTo(ConnectionState.WAITING);
    assertThat(books.kindsOf(BTC)).containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED);
    world.step(BTC, 30);
    transport().accept();
    world.advance(Duration.ofSeconds(10));
    books.assertLive(BTC);
  }

  @Test
  @DisplayName("MD-112 a link that says nothing is given up within 5.5 s and replaced")
  void mute() {
    silence(one -> one.mute(true));
  }

  @Test
  @DisplayName("MD-113 a half-open link is given up within 5.5 s and replaced")
  void halfOpen() {
    silence(one -> one.halfOpen(true));
  }

  private void silence(Consumer<ExchangeConnection> fault) {
    BookProbe books = probe(Depth.D10, BTC);
    world.advance(Duration.ofMillis(3_333));
    exchange().connections().forEach(fault);

    world.advance(Duration.ofMillis(5_500));

    assertThat(books.kindsOf(BTC)).contains(Kind.INTERRUPTED);
    world.advance(Duration.ofSeconds(1));
    world.step(BTC, 20);
    books.assertLive(BTC);
    assertThat(transport().openLinks()).isOne();
  }

  @Test
  @DisplayName("MD-114 an outage of an hour is survived at the pace of the policy")
  void longOutage() {
    BookProbe books = probe(Depth.D10, BTC);
    transport().refuse(UNAVAILABLE);
    transport().cut();
    world.advance(Duration.ofHours(1));

    assertThat(transport().dials()).isBetween(700, 723);
    assertThat(connection.events.get(connection.events.size() - 1).detail()).contains("503");
    transport().accept();
    world.advance(Duration.ofSeconds(10));
    world.step(BTC, 20);
    books.assertLive(BTC);
  }

  @Test
  @DisplayName("MD-115 what is subscribed to during an outage is had after it; what is left is not")
  void changesDuringAnOutage() {
    Heard<Trade> left = new Heard<>();
    Subscription leaving = market().trades(List.of(ETH), left);
    BookProbe books = probe(Depth.D10, BTC);
    transport().refuse(UNAVAILABLE);
    transport().cut();
    world.run();
    Heard<Candle> candles = new Heard<>();
    Subscription joining = market().candles(Interval.MINUTES_1, List.of(BTC), candles);
    leaving.unsubscribe();
    world.run();
    long before = counted(Entry.SUBSCRIPTIONS);
    transport().accept();
    world.advance(Duration.ofSeconds(10));

    soon(joining.accepted());
    assertThat(counted(Entry.SUBSCRIPTIONS) - before).isEqualTo(2);
    assertThat(candles.events()).isNotEmpty();
    assertThat(left.kinds()).containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.ENDED);
    books.assertLive(BTC);
  }

  @ParameterizedTest(name = "before frame {0}")
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
  @DisplayName("MD-116 a cut at any frame while subscribing ends with everything live, once")
  void cutWhileSubscribing(long frame) {
    transport().cutAfter(frame);
    BookProbe books = new BookProbe(exchange());
    Heard<Ticker> tickers = new Heard<>();
    Subscription one = market().books(Depth.D25, List.of(BTC, ETH, DOGE), books);
    Subscription other = market().tickers(List.of(BTC, ETH, DOGE), tickers);

    world.advance(Duration.ofSeconds(30));

    soon(one.accepted());
    soon(other.accepted());
    for (var pair : List.of(BTC, ETH, DOGE)) {
      world.step(pair, 10);
      books.assertLive(pair);
      assertThat(books.kindsOf(pair)).containsOnlyOnce(Kind.ACCEPTED);
    }
    assertThat(exchange().connections()).hasSize(1);
    assertThat(counted(Entry.REFUSALS)).isZero();
  }

  @Test
  @DisplayName("MD-117 a second cut during recovery only delays it")
  void cutDuringRecovery() {
    BookProbe books = probe(Depth.D10, List.of(BTC, ETH));
    transport().cut();
    transport().cutAfter(3);

    world.advance(Duration.ofSeconds(10));

    world.step(BTC, 20);
    books.assertLive(BTC);
    books.assertLive(ETH);
    assertThat(transport().dials()).isEqualTo(3);
  }

  @Test
  @DisplayName("MD-118 the policy is told of maintenance before the link goes down for it")
  void maintenance() {
    BookProbe books = probe(Depth.D10, BTC);
    exchange().systemStatus(SystemStatus.State.MAINTENANCE);
    world.run();

    exchange().dropConnections();
    world.advance(Duration.ofMillis(4_900));
    assertThat(transport().dials()).isOne();
    exchange().systemStatus(SystemStatus.State.ONLINE);
    world.advance(Duration.ofMillis(200));

    assertThat(transport().dials()).isEqualTo(2);
    books.assertLive(BTC);
    assertThat(connection.engine())
        .containsExactly(
            SystemStatus.State.ONLINE, SystemStatus.State.MAINTENANCE, SystemStatus.State.ONLINE);
  }

  @Test
  @DisplayName("MD-119 a hundred cuts leave one link, all books live and no event twice")
  void manyCuts() {
    BookProbe books = probe(Depth.D10, List.of(BTC, ETH));
    Heard<Trade> trades = new Heard<>();
    soon(market().trades(List.of(BTC), trades).accepted());

    for (int time = 0; time < 100; time++) {
      transport().cut();
      world.advance(Duration.ofSeconds(6));
      world.step(BTC, Move.TAKE);
      world.step(ETH, 2);
    }

    books.assertLive(BTC);
    books.assertLive(ETH);
    assertThat(exchange().connections()).hasSize(1);
    assertThat(trades.events()).doesNotHaveDuplicates();
    assertThat(books.kindsOf(BTC)).hasSize(201);
    assertThat(counters().checksumsMismatched()).isZero();
  }

  @Test
  @DisplayName("MD-121 (A4) a link that stalls for four seconds and then bursts catches up")
  void stallsAndCatchesUp() {
    Heard<Book> books = new Heard<>();
    Heard<Trade> trades = new Heard<>();
    soon(market().books(Depth.D10, List.of(BTC), books).accepted());
    soon(market().trades(List.of(BTC), trades).accepted());
    world.advance(Duration.ofMillis(3_333));
    long before = counted(Entry.TRADES);
    trades.forget();

    exchange().links().stall(Duration.ofSeconds(4));
    moveFor(4);
    world.advance(Duration.ofSeconds(1));

    assertThat(transport().dials()).isOne();
    assertThat(books.kinds()).containsExactly(Kind.ACCEPTED);
    assertThat(trades.events()).doesNotHaveDuplicates();
    assertThat(trades.events()).hasSize(Math.toIntExact(counted(Entry.TRADES) - before));
    assertPublished(books);
    assertThat(shown(books.last())).isEqualTo(exchange().book(BTC, 10));
    assertThat(counters().checksumsMismatched()).isZero();
  }

  @Test
  @DisplayName("MD-122 (A4) a stall of eight seconds is a lost link within 5.5 s; its burst is not")
  void stallsForTooLong() {
    Heard<Book> books = new Heard<>();
    Heard<Trade> trades = new Heard<>();
    soon(market().books(Depth.D10, List.of(BTC), books).accepted());
    soon(market().trades(List.of(BTC), trades).accepted());
    world.advance(Duration.ofMillis(3_333));

    exchange().links().stall(Duration.ofSeconds(8));
    moveFor(5);
    world.advance(Duration.ofMillis(500));
    assertThat(books.kinds()).startsWith(Kind.ACCEPTED, Kind.INTERRUPTED);
    moveFor(10);

    assertThat(books.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(trades.events()).doesNotHaveDuplicates();
    assertPublished(books);
    assertThat(shown(books.last())).isEqualTo(exchange().book(BTC, 10));
    assertThat(transport().openLinks()).isOne();
  }

  @Test
  @DisplayName("MD-123 (A4) a link that drips is slow, and alive")
  void drips() {
    exchange().links().drip(1, Duration.ofMillis(1));
    Heard<Book> books = new Heard<>();
    Subscription slow = market().books(Depth.D10, List.of(BTC), books);
    world.advance(Duration.ofSeconds(5));
    soon(slow.accepted());

    moveFor(20);
    exchange().links().drip(0, Duration.ZERO);
    world.advance(Duration.ofSeconds(5));

    assertThat(transport().dials()).isOne();
    assertThat(books.kinds()).containsExactly(Kind.ACCEPTED);
    assertPublished(books);
    assertThat(shown(books.last())).isEqualTo(exchange().book(BTC, 10));
  }

  @Test
  @DisplayName("MD-126 (A5) a handshake without an answer is given up after 10 s, and dialled anew")
  void hangs() {
    exchange().door().answer(DoorAnswer.HANG);
    Heard<Book> books = new Heard<>();
    Subscription waiting = market().books(Depth.D10, List.of(BTC), books);
    world.advance(Duration.ofSeconds(9));
    assertThat(connection.state()).isEqualTo(ConnectionState.CONNECTING);

    exchange().door().open();
    world.advance(Duration.ofSeconds(7));

    soon(waiting.accepted());
    assertThat(transport().dials()).isEqualTo(2);
    assertThat(shown(books.last())).isEqualTo(exchange().book(BTC, 10));
  }

  private void moveFor(int seconds) {
    for (int second = 0; second < seconds; second++) {
      world.step(BTC, Move.TAKE);
      world.step(BTC, 1);
      world.advance(Duration.ofSeconds(1));
    }
  }

  private void assertPublished(Heard<Book> books) {
    for (Book book : books.events()) {
      assertThat(exchange().history().find(BTC, shown(book))).as("published").isPresent();
    }
  }

  private static MarketBook shown(Book book) {
    return new MarketBook(book.bids().toList(), book.asks().toList());
  }
}
