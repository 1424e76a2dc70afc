package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.Counters;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Instrument;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.exchange.ConnectionAttempt;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeServer;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.MarketBook;
import io.krakenspot.testkit.exchange.Move;
import io.krakenspot.testkit.exchange.Version;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One client of one exchange on loopback, in real time. */
@Timeout(60)
abstract class SocketCases {
  static final Pair BTC = Pair.of("BTC/USD");
  static final Pair ETH = Pair.of("ETH/USD");
  private static final int STEPS = 1_000;
  private static final int CONNECTIONS = Integer.getInteger("krakenspot.connections", 50);

  ExchangeServer server;
  Transport transport;
  HeardConnection connection;
  KrakenClient client;

  abstract boolean tls();

  abstract Protocol protocol();

  abstract Transport newTransport(Optional<String> certificatePem);

  @BeforeEach
  void open() {
    server = ExchangeServer.builder().seed(7).tls(tls()).eventsPerSecond(0).start();
    transport = newTransport(server.certificatePem());
    connection = new HeardConnection();
    client = builder().build();
    client.onConnection(connection);
  }

  final KrakenClientBuilder builder() {
    return KrakenClient.builder()
        .protocol(protocol())
        .transport(transport)
        .reconnectPolicy(new PromptReconnect(Duration.ofMillis(50)))
        .server(server.webSocketUri());
  }

  @AfterEach
  void close() {
    client.close();
    transport.close();
    server.close();
    assertThat(connection.failures).as("thrown by listeners").isEmpty();
  }

  final Exchange exchange() {
    return server.exchange();
  }

  static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(15, TimeUnit.SECONDS).join();
  }

  private Counters counters() {
    return join(client.counters());
  }

  private void steps(Pair pair, int count) {
    for (int step = 0; step < count; step++) {
      exchange().step(pair);
    }
  }

  /** Waits until the exchange has done so many events and the book has followed. */
  private void awaitTruth(Heard<Book> books, Pair pair, Depth depth, long events) {
    books.await(
        "the book equals the exchange's",
        heard ->
            exchange().ledger().count(Entry.EVENTS) >= events
                && heard.events().stream().anyMatch(book -> book.pair().equals(pair))
                && same(newest(heard, pair), exchange().book(pair, depth.levels())));
  }

  private static Book newest(Heard<Book> books, Pair pair) {
    List<Book> of = books.events().stream().filter(book -> book.pair().equals(pair)).toList();
    return of.get(of.size() - 1);
  }

  private static boolean same(Book book, MarketBook truth) {
    return book.asks().toList().equals(truth.asks()) && book.bids().toList().equals(truth.bids());
  }

  private long events() {
    return exchange().ledger().count(Entry.EVENTS);
  }

  @Test
  @DisplayName("MS-01 a connection stands, on the version's own path, and begins with the status")
  void connects() {
    join(client.connect());

    connection.await("status", heard -> !heard.statuses.isEmpty());
    assertThat(connection.states())
        .containsExactly(ConnectionState.IDLE, ConnectionState.CONNECTING, ConnectionState.READY);
    assertThat(server.attempts()).extracting(ConnectionAttempt::status).containsExactly(101);
    assertThat(join(client.ping())).isPositive();
  }

  @Test
  @DisplayName("MS-02 a book follows a thousand events, every checksum verified")
  void book() {
    follow(Depth.D10);
  }

  @Test
  @DisplayName("MS-03 the deepest book, whose snapshot is a large message, does too")
  void deepBook() {
    follow(Depth.D1000);
  }

  private void follow(Depth depth) {
    Heard<Book> books = new Heard<>();
    join(client.marketData().books(depth, List.of(BTC), books).accepted());
    long before = events();

    steps(BTC, STEPS);

    awaitTruth(books, BTC, depth, before + STEPS);
    assertThat(books.events()).extracting(Book::state).containsOnly(BookState.LIVE);
    assertThat(counters().checksumsMismatched()).isZero();
    assertThat(counters().checksumsVerified())
        .isGreaterThanOrEqualTo(exchange().ledger().count(Entry.BOOK_UPDATES));
  }

  @Test
  @DisplayName("MS-04 all trades come, once and in order")
  void trades() {
    Heard<Trade> trades = new Heard<>();
    join(client.marketData().trades(List.of(BTC), trades).accepted());
    long tradesBefore = exchange().ledger().count(Entry.TRADES);
    long eventsBefore = events();
    for (int time = 0; time < 15; time++) {
      exchange().step(BTC, Move.TAKE);
    }
    trades.await(
        "all trades",
        heard ->
            events() == eventsBefore + 15
                && heard.events().size() == exchange().ledger().count(Entry.TRADES) - tradesBefore);

    List<Trade> truth = exchange().lastTrades(BTC);
    int count = trades.events().size();
    assertThat(count).isBetween(15, 45);
    assertThat(trades.events().stream().map(StreamCases::withoutId))
        .containsExactlyElementsOf(
            truth.subList(truth.size() - count, truth.size()).stream()
                .map(StreamCases::withoutId)
                .toList());
  }

  @Test
  @DisplayName("MS-05 reference data comes, by whatever way the version has")
  void instruments() {
    Heard<Instruments> instruments = new Heard<>();

    join(client.marketData().instruments(instruments).accepted());

    instruments.await("reference data", heard -> !heard.events().isEmpty());
    assertThat(instruments.events().get(0).pairs()).extracting(Instrument::pair).contains(BTC, ETH);
  }

  @Test
  @DisplayName("MS-06 after a cut everything is restored by itself")
  void restored() {
    Heard<Book> books = new Heard<>();
    join(client.marketData().books(Depth.D25, List.of(BTC, ETH), books).accepted());
    steps(BTC, 50);

    exchange().dropConnections();
    books.await(
        "both restored",
        heard ->
            heard.kindsOf(BTC).contains(Kind.RESTORED_WITHOUT_LOSS)
                && heard.kindsOf(ETH).contains(Kind.RESTORED_WITHOUT_LOSS));
    long before = events();
    steps(BTC, 50);
    steps(ETH, 50);

    awaitTruth(books, BTC, Depth.D25, before + 100);
    awaitTruth(books, ETH, Depth.D25, before + 100);
    assertThat(books.kindsOf(BTC))
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
    assertThat(counters().attempts()).isEqualTo(2);
  }

  @Test
  @DisplayName("MS-07 a refused dial is made again, and the refusal is told with its status")
  void refused() {
    server.refuseConnections(503);
    CompletionStage<Void> connected = client.connect();
    connection.await("three refusals", heard -> waits(heard) >= 3);
    assertThat(connection.events.toString()).contains("503");

    server.acceptConnections();

    join(connected);
    connection.await("ready", heard -> heard.state() == ConnectionState.READY);
  }

  private static long waits(HeardConnection heard) {
    return heard.states().stream().filter(state -> state == ConnectionState.WAITING).count();
  }

  @Test
  @DisplayName("MS-08 garbage and a message of two megabytes do not end the connection")
  void oddFrames() {
    Heard<Book> books = new Heard<>();
    join(client.marketData().books(Depth.D10, List.of(BTC), books).accepted());
    String huge = "{\"channel\":\"x\",\"event\":\"x\",\"pad\":\"" + "x".repeat(2 << 20) + "\"}";
    for (Version version : Version.values()) {
      exchange().sendRaw(version, "no message");
      exchange().sendRaw(version, huge);
    }

    connection.await(
        "both arrived", heard -> !heard.malformed.isEmpty() && !heard.unrecognised.isEmpty());
    long before = events();
    steps(BTC, 50);
    awaitTruth(books, BTC, Depth.D10, before + 50);
    assertThat(counters().attempts()).isOne();
    assertThat(connection.unrecognised)
        .singleElement()
        .satisfies(text -> assertThat(text).hasSize(huge.length()));
  }

  @Test
  @DisplayName("MS-09 silence on an open socket is noticed by itself")
  void silence() {
    client.close();
    client = builder().silenceLimit(Duration.ofMillis(1_500)).build();
    Heard<Ticker> tickers = new Heard<>();
    join(client.marketData().tickers(List.of(BTC), tickers).accepted());

    exchange().connections().forEach(one -> one.halfOpen(true));

    tickers.await("restored", heard -> heard.kinds().contains(Kind.RESTORED_WITHOUT_LOSS));
    assertThat(tickers.kinds())
        .containsExactly(Kind.ACCEPTED, Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS);
  }

  @Test
  @DisplayName("MS-10 a listener that blocks on its executor holds up neither link nor pings")
  void blockingListener() throws InterruptedException {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    CountDownLatch mayGoOn = new CountDownLatch(1);
    Heard<Book> slow =
        new Heard<>() {
          @Override
          public void on(Book book) {
            try {
              mayGoOn.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            super.on(book);
          }
        };
    join(client.marketData().on(executor).books(Depth.D10, List.of(BTC), slow).accepted());
    long before = events();
    steps(BTC, STEPS);
    assertThat(join(client.ping())).isPositive();
    assertThat(slow.events()).isEmpty();

    mayGoOn.countDown();

    awaitTruth(slow, BTC, Depth.D10, before + STEPS);
    assertThat(slow.events()).hasSizeLessThan(STEPS / 2);
    client.close();
    join(client.counters());
    executor.shutdown();
    assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("MS-11 closing a client ends its socket, and leaves the transport to others")
  void closing() {
    join(client.connect());
    KrakenClient other = builder().build();
    join(other.connect());
    client.close();

    connection.await("the exchange sees it", heard -> exchange().connections().size() == 1);
    assertThat(join(other.ping())).isPositive();
    other.close();
    connection.await("the exchange sees it", heard -> exchange().connections().isEmpty());
    assertThat(connection.state()).isEqualTo(ConnectionState.CLOSED);
  }

  @Test
  @Timeout(900)
  @DisplayName("MS-12 fifty connections in a row: none misses the status, an answer or a snapshot")
  void nothingMissedAtTheStart() {
    List<Pair> pairs = exchange().pairs();
    int snapshots = 0;
    for (int time = 0; time < CONNECTIONS; time++) {
      HeardConnection heardConnection = new HeardConnection();
      Heard<Book> books = new Heard<>();
      try (KrakenClient one = builder().build()) {
        one.onConnection(heardConnection);
        join(one.marketData().books(Depth.D10, pairs, books).accepted());
        books.await("all snapshots", heard -> heard.events().size() == pairs.size());
        snapshots += books.events().size();
        assertThat(books.kinds()).containsOnly(Kind.ACCEPTED);
        assertThat(heardConnection.statuses).hasSize(1);
      }
    }
    assertThat(snapshots).isEqualTo(CONNECTIONS * pairs.size());
  }

  @Test
  @DisplayName("MS-14 (A4) a link that drips byte by byte is slow, and alive")
  void drips() {
    exchange().links().drip(1, Duration.ofMillis(1));
    Heard<Book> books = new Heard<>();
    join(client.marketData().books(Depth.D10, List.of(BTC), books).accepted());
    long before = events();
    steps(BTC, 5);

    awaitTruth(books, BTC, Depth.D10, before + 5);

    assertThat(books.kinds()).containsExactly(Kind.ACCEPTED);
    assertThat(counters().attempts()).isOne();
    assertThat(counters().malformed()).isZero();
  }

  @Test
  @DisplayName("MS-15 (B1) a book with a wrong checksum is back in no time, and it alone was away")
  void backInNoTime() {
    List<Pair> pairs = exchange().pairs().subList(0, 8); // more would wait for the pace of requests
    Map<Pair, Long> withheld = new ConcurrentHashMap<>();
    Map<Pair, Long> away = new ConcurrentHashMap<>();
    Heard<Book> books =
        new Heard<>() {
          @Override
          public void on(Book book) {
            Long since = withheld.get(book.pair());
            if (since != null) {
              away.putIfAbsent(book.pair(), System.nanoTime() - since);
            }
            super.on(book);
          }

          @Override
          public void onSubscription(SubscriptionEvent event) {
            if (event.kind() == Kind.RESYNCING) {
              withheld.putIfAbsent(Objects.requireNonNull(event.pair()), System.nanoTime());
            }
            super.onSubscription(event);
          }
        };
    join(client.marketData().books(Depth.D10, pairs, books).accepted());

    for (Pair pair : pairs) {
      exchange().corruptNextChecksum(pair);
      exchange().step(pair, Move.SWEEP);
      exchange().step(pair, Move.SWEEP);
      books.await(pair + " is back", heard -> away.containsKey(pair));
    }

    System.out.printf(
        "%s%s: a book is back after %.1f ms, at most %.1f ms%n",
        protocol().name(),
        tls() ? " over TLS" : "",
        away.values().stream().mapToLong(nanos -> nanos).average().orElseThrow() / 1e6,
        away.values().stream().mapToLong(nanos -> nanos).max().orElseThrow() / 1e6);
    for (Pair pair : pairs) {
      assertThat(books.kindsOf(pair)).containsExactly(Kind.ACCEPTED, Kind.RESYNCING);
    }
    assertThat(counters().attempts()).isOne();
  }

  @Test
  @DisplayName("MS-13 every stream at once under load is understood to the last field")
  void everythingAtOnce() {
    List<Pair> all = exchange().pairs();
    Heard<Trade> trades = new Heard<>();
    join(client.marketData().books(Depth.D25, all, new Heard<>()).accepted());
    join(client.marketData().tickers(all, new Heard<>()).accepted());
    join(client.marketData().spreads(all, new Heard<>()).accepted());
    join(client.marketData().candles(Interval.MINUTES_5, all, new Heard<>()).accepted());
    join(client.marketData().trades(all, trades).accepted());
    long before = exchange().ledger().count(Entry.TRADES);
    exchange().eventsPerSecond(20);
    trades.await("500 trades", heard -> heard.events().size() >= 500);

    exchange().eventsPerSecond(0);

    trades.await(
        "the last trade",
        heard -> heard.events().size() == exchange().ledger().count(Entry.TRADES) - before);
    Counters counters = counters();
    assertThat(counters.malformed()).isZero();
    assertThat(counters.unrecognised()).isZero();
    assertThat(counters.unknownFields()).isZero();
    assertThat(counters.checksumsMismatched()).isZero();
    assertThat(counters.attempts()).isOne();
  }

  @Test
  @DisplayName("MS-16 a stream that nobody wants any more is unsubscribed")
  void unsubscribes() {
    Heard<Trade> trades = new Heard<>();
    join(client.marketData().trades(List.of(BTC), trades).accepted()).unsubscribe();

    trades.await(
        "unsubscribed",
        heard ->
            heard.kinds().contains(Kind.ENDED)
                && exchange().ledger().count(Entry.UNSUBSCRIPTIONS) == 1);
  }
}
