package io.krakenspot.benchmarks;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Protocol;
import java.math.BigDecimal;
import java.util.List;

/**
 * This library, whole: a client with one book subscription, over a link in memory. The listener
 * reads raw prices.
 */
final class LibraryFeed implements BookFeed {
  private final MemoryTransport transport;
  private final BytesFrame frame = new BytesFrame();
  private long events;
  private long bid;
  private long ask;
  private int scale;

  LibraryFeed(Protocol protocol, Wire wire, int depth) {
    transport = new MemoryTransport(request -> wire.answer(request, depth));
    KrakenClient client = KrakenClient.builder().protocol(protocol).transport(transport).build();
    client.marketData().books(Depth.of(depth), List.of(Pair.of("BTC/USD")), this::on);
    transport.open();
  }

  private void on(Book book) {
    events++;
    bid = book.bids().priceUnscaled(0);
    ask = book.asks().priceUnscaled(0);
    scale = book.priceScale();
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
