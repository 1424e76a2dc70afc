package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.exchange.ExchangeServer;
import java.lang.management.ManagementFactory;
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
  private static final int MORE_DESCRIPTORS = 4;
  private static final int MORE_TIMERS = 5;
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

  /**
   * How many timers wait on a transport.
   *
   * @param transport one of this suite's
   * @return of all its loops
   */
  protected abstract int timers(Transport transport);

  @Test
  @Timeout(300)
  @DisplayName("RS-01 (D3) reconnects leave threads, descriptors, timers and heap as they were")
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
      Level before = level(transport);
      int times = Integer.getInteger("krakenspot.reconnects", 100);

      reconnect(server, books, times);

      Level after = level(transport);
      System.out.printf(
          "%s, %d reconnects: %s, then %s%n", protocol().name(), times, before, after);
      assertThat(after.threads).as("threads").isLessThanOrEqualTo(before.threads + MORE_THREADS);
      assertThat(after.descriptors)
          .as("descriptors")
          .isLessThanOrEqualTo(before.descriptors + MORE_DESCRIPTORS);
      assertThat(after.timers).as("timers").isLessThanOrEqualTo(before.timers + MORE_TIMERS);
      assertThat(after.heap).as("bytes of heap").isLessThanOrEqualTo(before.heap + MORE_HEAP);
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

  private Level level(Transport transport) {
    return new Level(Thread.getAllStackTraces().size(), descriptors(), timers(transport), heap());
  }

  /** Of files and sockets; always 0 on a system that does not count them. */
  private static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  /** After what is unreachable has gone. */
  @SuppressWarnings("SystemGc")
  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** What is in use. */
  private record Level(int threads, long descriptors, int timers, long heap) {
    @Override
    public String toString() {
      String open = descriptors == 0 ? "descriptors not counted" : descriptors + " descriptors";
      return "%d threads, %s, %d timers, %d KiB".formatted(threads, open, timers, heap >> 10);
    }
  }
}
