package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Spread;
import io.krakenspot.market.Trade;
import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.exchange.ExchangeServer;
import io.krakenspot.testkit.exchange.Move;
import io.krakenspot.v1.KrakenV1;
import io.krakenspot.v2.KrakenV2;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One application, written once, runs on either version: only the protocol it is given differs. */
@Timeout(30)
final class OneLineChangeTest {
  private static final List<Pair> PAIRS = List.of(Pair.of("BTC/USD"), Pair.of("DOGE/USD"));

  @Test
  void theSameApplicationRunsOnV1() throws Exception {
    assertRuns(KrakenV1.protocol());
  }

  @Test
  void theSameApplicationRunsOnV2() throws Exception {
    assertRuns(KrakenV2.protocol());
  }

  private static void assertRuns(Protocol version) throws Exception {
    try (ExchangeServer server = ExchangeServer.builder().seed(3).eventsPerSecond(0).start()) {
      try (Application application = new Application(version, server.webSocketUri())) {
        application.subscribed.get(10, TimeUnit.SECONDS);
        server.exchange().step(PAIRS.get(0), Move.SWEEP);
        server.exchange().step(PAIRS.get(1), Move.SWEEP);
        assertThat(application.heard.await(10, TimeUnit.SECONDS)).isTrue();
        Trade heard = application.firstTrade;
        assertThat(server.exchange().lastTrades(heard.pair()))
            .anySatisfy(
                truth -> {
                  assertThat(heard.price()).isEqualByComparingTo(truth.price());
                  assertThat(heard.quantity()).isEqualByComparingTo(truth.quantity());
                  assertThat(heard.timestamp()).isEqualTo(truth.timestamp());
                });
      }
    }
  }

  /** Knows no version: it is handed one. */
  private static final class Application implements AutoCloseable {
    final CountDownLatch heard = new CountDownLatch(3);
    final CompletableFuture<Void> subscribed;
    volatile Trade firstTrade;
    private final VertxTransport transport = VertxTransport.create();
    private final KrakenClient client;
    private boolean bookHeard;
    private boolean spreadHeard;

    Application(Protocol version, URI server) {
      client =
          KrakenClient.builder()
              .protocol(version) // the one line
              .transport(transport)
              .server(server)
              .build();
      subscribed =
          CompletableFuture.allOf(
              accepted(client.marketData().books(Depth.D10, PAIRS, this::onBook).accepted()),
              accepted(client.marketData().spreads(PAIRS, this::onSpread).accepted()),
              accepted(client.marketData().trades(PAIRS, this::onTrade).accepted()));
    }

    private static CompletableFuture<?> accepted(CompletionStage<?> subscription) {
      return subscription.toCompletableFuture();
    }

    private void onBook(Book book) {
      assertThat(book.state()).isEqualTo(BookState.LIVE);
      if (!book.fromSnapshot() && !bookHeard) {
        bookHeard = true;
        heard.countDown();
      }
    }

    private void onSpread(Spread spread) {
      if (!spreadHeard) {
        spreadHeard = true;
        heard.countDown();
      }
    }

    private void onTrade(Trade trade) {
      if (firstTrade == null) {
        firstTrade = trade;
        heard.countDown();
      }
    }

    @Override
    public void close() {
      client.close();
      transport.close();
    }
  }
}
