package io.krakenspot.vertx;

import io.krakenspot.market.Pair;
import io.krakenspot.port.VirtualLoop;
import io.krakenspot.testkit.exchange.Ending;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.ExchangeConnection;
import io.krakenspot.testkit.exchange.MarketBook;
import io.krakenspot.testkit.exchange.Path;
import io.krakenspot.testkit.exchange.Peer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One session of a market that always does the same, byte by byte: upgrade, status,
 * acknowledgements, snapshots and some updates, up to a number of bytes.
 */
final class CutSession implements Peer {
  static final Pair BTC = Pair.of("BTC/USD");
  static final Pair ETH = Pair.of("ETH/USD");
  static final int DEPTH = 10;

  private static final long SEED = 20_260_401;
  private static final int REQUESTS = 2;
  private static final int ROUNDS = 4;

  private final VirtualLoop loop = new VirtualLoop();
  private final Exchange exchange = market(loop);
  private final RawServer.Peer client;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final int bytes;
  private int written;

  CutSession(RawServer.Peer client, int bytes) {
    this.client = client;
    this.bytes = bytes;
  }

  private static Exchange market(VirtualLoop loop) {
    return Exchange.builder(loop)
        .seed(SEED)
        .eventsPerSecond(0)
        .pairs(List.of(BTC, ETH, Pair.of("DOGE/USD")))
        .open();
  }

  /** Every book that the market ever has, in order. */
  static Map<Pair, List<MarketBook>> books() {
    VirtualLoop loop = new VirtualLoop();
    Exchange exchange = market(loop);
    Map<Pair, List<MarketBook>> books = new HashMap<>();
    Runnable look = () -> List.of(BTC, ETH).forEach(pair -> note(books, pair, exchange));
    look.run();
    move(exchange, loop, look);
    return books;
  }

  private static void note(Map<Pair, List<MarketBook>> books, Pair pair, Exchange exchange) {
    List<MarketBook> known = books.computeIfAbsent(pair, none -> new ArrayList<>());
    MarketBook now = exchange.book(pair, DEPTH);
    if (known.isEmpty() || !known.get(known.size() - 1).equals(now)) {
      known.add(now);
    }
  }

  private static void move(Exchange exchange, VirtualLoop loop, Runnable afterEach) {
    for (int round = 0; round < ROUNDS; round++) {
      for (Pair pair : List.of(ETH, BTC)) {
        exchange.step(pair);
        loop.run();
        afterEach.run();
      }
    }
  }

  /**
   * Plays it.
   *
   * @return how long the whole of it is; negative if it was cut
   */
  int play(Path path) throws IOException {
    client.socket.setTcpNoDelay(true);
    waiting.writeBytes(RawServer.Peer.upgrade(client.head()).getBytes(StandardCharsets.ISO_8859_1));
    ExchangeConnection connection = exchange.connect(path, this);
    loop.run();
    int asked = 0;
    while (flush() && asked < REQUESTS) {
      String frame = client.received();
      if (frame.contains("subscribe")) { // and not a ping of a client that had to wait
        connection.receive(frame.substring(2));
        loop.run();
        asked++;
      }
    }
    if (asked < REQUESTS) {
      return -1;
    }
    move(exchange, loop, () -> {});
    return flush() ? written : -1;
  }

  @Override
  public void text(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    waiting.writeBytes(RawServer.Peer.encoded(RawServer.TEXT, true, payload));
  }

  @Override
  public void closed(Ending ending) {
    throw new AssertionError("ended by the exchange: " + ending);
  }

  /** Writes what waits; false if that is more than is allowed. */
  private boolean flush() throws IOException {
    byte[] all = waiting.toByteArray();
    waiting.reset();
    int count = Math.min(all.length, bytes - written);
    client.socket.getOutputStream().write(all, 0, count);
    written += count;
    return count == all.length;
  }
}
