package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.MarketData;
import io.krakenspot.market.Book;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Transport;
import io.krakenspot.testkit.exchange.ExchangeServer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * That reconnects over real sockets leave nothing behind. {@code -Dkrakenspot.reconnects=1000}
 * makes more than the usual hundred.
 */
public abstract class ReconnectSocketContract {
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
  @DisplayName(
      "RS-01 (A1, D3) reconnects bring all back, and leave threads, descriptors, timers and heap as they were")
  void flat() {
    try (ExchangeServer server = ExchangeServer.builder().seed(7).eventsPerSecond(0).start();
        Transport transport = newTransport();
        KrakenClient client =
            KrakenClient.builder()
                .protocol(protocol())
                .transport(transport)
                .reconnectPolicy(new PromptReconnect(Duration.ofMillis(1)))
                .server(server.webSocketUri())
                .build()) {
      List<Heard<?>> heard = subscribe(client.marketData(), server.exchange().pairs());
      reconnect(server, heard, WARM_UP);
      Level before = level(transport);
      int times = Integer.getInteger("krakenspot.reconnects", 100);

      long[] nanos = reconnect(server, heard, times);

      Level after = level(transport);
      System.out.printf(
          "%s, %d reconnects: %s, then %s%n", protocol().name(), times, before, after);
      System.out.printf(
          "%d subscriptions are back after %.1f ms, 99 %% within %.1f ms, all within %.1f ms%n",
          heard.size() * server.exchange().pairs().size(),
          nanos[times / 2] / 1e6,
          nanos[times * 99 / 100] / 1e6,
          nanos[times - 1] / 1e6);
      assertThat(after.threads).as("threads").isLessThanOrEqualTo(before.threads + MORE_THREADS);
      assertThat(after.descriptors)
          .as("descriptors")
          .isLessThanOrEqualTo(before.descriptors + MORE_DESCRIPTORS);
      assertThat(after.timers).as("timers").isLessThanOrEqualTo(before.timers + MORE_TIMERS);
      assertThat(after.heap).as("bytes of heap").isLessThanOrEqualTo(before.heap + MORE_HEAP);
      assertThat(server.exchange().connections()).as("connections").hasSize(1);
    }
  }

  /** A hundred and more subscriptions. */
  private static List<Heard<?>> subscribe(MarketData market, List<Pair> pairs) {
    Heard<Book> books = new Heard<>();
    Heard<Ticker> tickers = new Heard<>();
    Heard<Trade> trades = new Heard<>();
    Heard<Candle> candles = new Heard<>();
    var unused =
        List.of(
            market.books(Depth.D10, pairs, books),
            market.tickers(pairs, tickers),
            market.trades(pairs, trades),
            market.candles(Interval.MINUTES_1, pairs, candles));
    List<Heard<?>> all = List.of(books, tickers, trades, candles);
    all.forEach(one -> one.await("accepted", heard -> counted(heard, "ACCEPTED") == pairs.size()));
    return all;
  }

  /** How long each took until all was back, the shortest first. */
  private static long[] reconnect(ExchangeServer server, List<Heard<?>> all, int times) {
    int pairs = server.exchange().pairs().size();
    long[] nanos = new long[times];
    for (int time = 0; time < times; time++) {
      all.forEach(Heard::forget);
      long start = System.nanoTime();
      server.exchange().dropConnections();
      all.forEach(one -> one.await("restored", heard -> counted(heard, "RESTORED") == pairs));
      all.get(0).await("shown again", heard -> heard.events().size() == pairs);
      nanos[time] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos;
  }

  private static long counted(Heard<?> heard, String kind) {
    return heard.kinds().stream().filter(one -> one.name().startsWith(kind)).count();
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
