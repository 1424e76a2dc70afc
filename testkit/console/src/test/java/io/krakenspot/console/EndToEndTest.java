package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Counters;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.market.Verification;
import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.ExchangeServer;
import io.krakenspot.testkit.exchange.MarketBook;
import io.krakenspot.testkit.exchange.Move;
import io.krakenspot.testkit.exchange.Path;
import io.krakenspot.v1.KrakenV1;
import io.krakenspot.v2.KrakenV2;
import io.krakenspot.vertx.VertxTransport;
import io.krakenspot.vertx.VertxTransportBuilder;
import io.krakenspot.vertx.policy.AttemptBudget;
import io.krakenspot.vertx.policy.KrakenReconnect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both versions, with and without TLS, over real sockets: the listeners are the same, the protocol
 * is the one line that changes. The market moves only when told to.
 */
@Timeout(60)
class EndToEndTest {
  private static final Pair PAIR = Pair.of("BTC/USD");

  /** The one line that changes. */
  enum Version {
    V1(KrakenV1.protocol()),
    V2(KrakenV2.protocol());

    final Protocol protocol;

    Version(Protocol protocol) {
      this.protocol = protocol;
    }
  }

  static Stream<Arguments> versions() {
    return Stream.of(Version.values())
        .flatMap(version -> Stream.of(false, true).map(tls -> Arguments.of(version, tls)));
  }

  @ParameterizedTest(name = "{0}, TLS {1}")
  @MethodSource("versions")
  void seesTheMarketAsItIs(Version version, boolean tls) throws Exception {
    try (World world = new World(version, tls)) {
      Heard heard = world.subscribeAndWait();

      for (int i = 0; i < 200; i++) {
        world.exchange().step(PAIR);
      }
      world.exchange().step(PAIR, Move.TAKE);

      MarketBook truth = world.truth();
      Trade last = world.lastTrade();
      Book book = heard.await(Book.class, each -> isEqual(each, truth));
      assertThat(book.verification()).isEqualTo(Verification.VERIFIED);
      heard.await(Trade.class, trade -> sameTrade(trade, last));
      heard.await(Ticker.class, ticker -> ticker.last().compareTo(last.price()) == 0);
      Counters counters = world.counters();
      assertThat(counters.checksumsVerified()).isPositive();
      assertThat(counters.checksumsMismatched()).isZero();
      assertThat(counters.malformed()).isZero();
      assertThat(counters.unrecognised()).isZero();
      assertThat(counters.unknownFields()).isZero();
    }
  }

  @ParameterizedTest(name = "{0}, TLS {1}")
  @MethodSource("versions")
  void comesBackAfterADrop(Version version, boolean tls) throws Exception {
    try (World world = new World(version, tls)) {
      Heard heard = world.subscribeAndWait();

      world.exchange().dropConnections();
      heard.await(SubscriptionEvent.class, is("book", Kind.INTERRUPTED));
      heard.await(SubscriptionEvent.class, is("book", Kind.RESTORED_WITHOUT_LOSS));
      heard.await(SubscriptionEvent.class, is("trade", Kind.RESTORED_WITH_LOSS));
      world.exchange().step(PAIR, Move.TAKE);

      MarketBook truth = world.truth();
      Trade last = world.lastTrade();
      heard.await(Book.class, book -> isEqual(book, truth));
      heard.await(Trade.class, trade -> sameTrade(trade, last));
      assertThat(world.counters().attempts()).isEqualTo(2);
    }
  }

  @ParameterizedTest(name = "{0}, TLS {1}")
  @MethodSource("versions")
  void withholdsABookThatDiffersAndGetsItAnew(Version version, boolean tls) throws Exception {
    try (World world = new World(version, tls)) {
      Heard heard = world.subscribeAndWait();

      world.exchange().corruptNextChecksum(PAIR);
      world.exchange().step(PAIR, Move.TAKE);
      MarketBook truth = world.truth();

      heard.await(SubscriptionEvent.class, is("book", Kind.RESYNCING));
      heard.await(Book.class, book -> book.fromSnapshot() && isEqual(book, truth));
      assertThat(world.counters().checksumsMismatched()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesAGoodBookAloneOnceItsSnapshotCame(Version version) throws Exception {
    Duration deadline = Duration.ofSeconds(1);
    try (World world = new World(version, false, deadline)) {
      Heard heard = world.subscribeAndWait();
      long begin = System.nanoTime();

      world.exchange().eventsPerSecond(50);
      heard.await(Book.class, book -> System.nanoTime() - begin > 2 * deadline.toNanos());

      assertThat(heard.events())
          .noneMatch(event -> event instanceof SubscriptionEvent e && e.kind() == Kind.RESYNCING);
    }
  }

  private static Predicate<SubscriptionEvent> is(String topic, Kind kind) {
    return event -> event.topic().equals(topic) && event.kind() == kind;
  }

  /** v1 has no trade ids. */
  private static boolean sameTrade(Trade heard, Trade made) {
    return heard.price().compareTo(made.price()) == 0
        && heard.quantity().compareTo(made.quantity()) == 0
        && heard.side() == made.side()
        && heard.timestamp().equals(made.timestamp());
  }

  private static boolean isEqual(Book book, MarketBook truth) {
    return book.state() == BookState.LIVE
        && book.bids().toList().equals(truth.bids())
        && book.asks().toList().equals(truth.asks());
  }

  /** An exchange that stands still, and a client of it. */
  private static final class World implements AutoCloseable {
    private final ExchangeServer server;
    private final VertxTransport transport;
    private final KrakenClient client;

    World(Version version, boolean tls) {
      this(version, tls, Duration.ofSeconds(10));
    }

    World(Version version, boolean tls, Duration requestDeadline) {
      server = ExchangeServer.builder().tls(tls).seed(42).eventsPerSecond(0).start();
      transport = transport(server);
      client =
          KrakenClient.builder()
              .protocol(version.protocol)
              .transport(transport)
              .server(server.webSocketUri())
              .requestDeadline(requestDeadline)
              .build();
    }

    private static VertxTransport transport(ExchangeServer server) {
      AttemptBudget own = AttemptBudget.of(100, Duration.ofSeconds(60));
      VertxTransportBuilder builder =
          VertxTransport.builder().reconnectPolicy(KrakenReconnect.builder().budget(own).build());
      server.certificatePem().ifPresent(builder::trust);
      return builder.build();
    }

    Heard subscribeAndWait() throws InterruptedException {
      Heard heard = new Heard();
      MarketData market = client.marketData();
      market.books(Depth.D10, List.of(PAIR), heard.listener(Book::copy));
      market.trades(List.of(PAIR), heard.listener(trade -> trade));
      market.tickers(List.of(PAIR), heard.listener(ticker -> ticker));
      heard.await(Book.class, book -> true);
      heard.await(Ticker.class, ticker -> true);
      heard.await(SubscriptionEvent.class, is("trade", Kind.ACCEPTED));
      return heard;
    }

    Exchange exchange() {
      return server.exchange();
    }

    /** The book once the exchange has done all it was told to. */
    MarketBook truth() throws InterruptedException {
      CountDownLatch reached = new CountDownLatch(1);
      ExchangeConnection visitor =
          exchange().connect(Path.V2_PUBLIC, status -> reached.countDown(), () -> {});
      assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
      visitor.close();
      return exchange().book(PAIR);
    }

    Trade lastTrade() {
      List<Trade> trades = server.exchange().lastTrades(PAIR);
      return trades.get(trades.size() - 1);
    }

    Counters counters() throws Exception {
      return client.counters().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      client.close();
      transport.close();
      server.close();
    }
  }

  /** What listeners heard, in order. */
  private static final class Heard {
    private final List<Object> events = new ArrayList<>();

    <E> Listener<E> listener(UnaryOperator<E> kept) {
      return new Listener<>() {
        @Override
        public void on(E event) {
          add(kept.apply(event));
        }

        @Override
        public void onSubscription(SubscriptionEvent event) {
          add(event);
        }
      };
    }

    private synchronized void add(Object event) {
      events.add(event);
      notifyAll();
    }

    synchronized List<Object> events() {
      return List.copyOf(events);
    }

    /** The first such event, heard already or in the next seconds. */
    synchronized <E> E await(Class<E> type, Predicate<E> wanted) throws InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
      for (int next = 0; ; next++) {
        while (next == events.size()) {
          TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
          assertThat(System.nanoTime()).as("heard only %s", events).isLessThan(deadline);
        }
        if (type.isInstance(events.get(next)) && wanted.test(type.cast(events.get(next)))) {
          return type.cast(events.get(next));
        }
      }
    }
  }
}
