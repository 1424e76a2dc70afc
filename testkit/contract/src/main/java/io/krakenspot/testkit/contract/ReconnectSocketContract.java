package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.exchange.ExchangeServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * That reconnects over real sockets leave nothing behind. {@code -Dkrakenspot.reconnects=1000}
 * makes more than the usual hundred.
 */
public abstract class ReconnectSocketContract {
  private static final Pair DOGE = Pair.of("DOGE/USD");
  private static final int WARM_UP = 20;
  private static final int MORE_THREADS = 3;
  private static final long MORE_HEAP = 16L << 20;

  /** Makes the suite. */
  protected ReconnectSocketContract() {}

  /**
   * The version to speak.
   *
   * @return a protocol
   */
  protected abstract Protocol protocol();

  /**
   * A transport for one case, which closes it.
   *
   * @return a new transport
   */
  protected abstract Transport newTransport();

  @Test
  @Timeout(300)
  @DisplayName("RS-01 (D3) reconnects leave threads, sockets and heap as they were")
  void flat() {
    Heard<Book> books = new Heard<>();
    try (ExchangeServer server = ExchangeServer.builder().seed(7).eventsPerSecond(0).start();
        Transport transport = newTransport();
        KrakenClient client =
            KrakenClient.builder()
                .protocol(protocol())
                .transport(transport)
                .reconnectPolicy(new PromptReconnect(Duration.ofMillis(1)))
                .server(server.webSocketUri())
                .build()) {
      var unused = client.marketData().books(Depth.D10, List.of(DOGE), books);
      books.await("accepted", heard -> heard.kinds().contains(Kind.ACCEPTED));
      reconnect(server, books, WARM_UP);
      int threads = threads();
      long heap = heap();

      reconnect(server, books, Integer.getInteger("krakenspot.reconnects", 100));

      assertThat(threads()).as("threads").isLessThanOrEqualTo(threads + MORE_THREADS);
      assertThat(heap()).as("bytes of heap").isLessThanOrEqualTo(heap + MORE_HEAP);
      assertThat(server.exchange().connections()).as("connections").hasSize(1);
    }
  }

  private static void reconnect(ExchangeServer server, Heard<Book> books, int times) {
    for (int time = 0; time < times; time++) {
      books.forget();
      server.exchange().dropConnections();
      books.await(
          "restored and shown again",
          heard -> heard.kinds().contains(Kind.RESTORED_WITHOUT_LOSS) && !heard.events().isEmpty());
    }
  }

  private static int threads() {
    return Thread.getAllStackTraces().size();
  }

  /** After what is unreachable has gone. */
  @SuppressWarnings("SystemGc")
  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
