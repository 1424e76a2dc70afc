package io.krakenspot.benchmarks;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Levels;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * This library, whole: a client with one subscription of a book, over a link in memory. The
 * listener reads raw prices.
 */
final class LibraryFeed implements BookFeed {
  private static final List<Pair> PAIRS = List.of(Pair.of("BTC/USD"));

  private final MemoryTransport transport;
  private final BytesFrame frame = new BytesFrame();
  private long events;
  private long bid;
  private long ask;
  private int scale;

  private LibraryFeed(UnaryOperator<String> answers) {
    transport = new MemoryTransport(answers);
  }

  /** A book of levels. */
  static LibraryFeed levels(Protocol protocol, Wire wire, int depth) {
    LibraryFeed feed = new LibraryFeed(request -> wire.answer(request, depth));
    feed.client(protocol).marketData().books(Depth.of(depth), PAIRS, feed::on);
    feed.transport.open();
    return feed;
  }

  /** A book of orders. */
  static LibraryFeed orders(Protocol protocol, int depth) {
    LibraryFeed feed = new LibraryFeed(Level3Wire::answer);
    feed.client(protocol).marketData().level3(Level3Depth.of(depth), PAIRS, feed::on);
    feed.transport.open();
    return feed;
  }

  private KrakenClient client(Protocol protocol) {
    return KrakenClient.builder()
        .protocol(protocol)
        .transport(transport)
        .tokenSource(() -> CompletableFuture.completedFuture(new Token("a token")))
        .build();
  }

  private void on(Book book) {
    on(book.bids(), book.asks(), book.priceScale());
  }

  private void on(Level3Book book) {
    on(book.bids(), book.asks(), book.priceScale());
  }

  private void on(Levels bids, Levels asks, int priceScale) {
    events++;
    bid = bids.priceUnscaled(0);
    ask = asks.priceUnscaled(0);
    scale = priceScale;
  }

  @Override
  public void frame(byte[] bytes) {
    frame.bytes = bytes;
    transport.deliver(frame);
  }

  @Override
  public long events() {
    return events;
  }

  @Override
  public Top top() {
    return Top.of(BigDecimal.valueOf(bid, scale), BigDecimal.valueOf(ask, scale));
  }

  /** One frame object for all frames. */
  private static final class BytesFrame implements Frame {
    private byte[] bytes = {};

    @Override
    public int length() {
      return bytes.length;
    }

    @Override
    public byte at(int position) {
      return bytes[position];
    }

    @Override
    public void copy(int position, byte[] target, int offset, int count) {
      System.arraycopy(bytes, position, target, offset, count);
    }
  }
}
