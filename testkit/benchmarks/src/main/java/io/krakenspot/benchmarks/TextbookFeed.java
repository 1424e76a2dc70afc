package io.krakenspot.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Textbook Java: Jackson's databind to records, then a book of maps, then a listener. */
abstract class TextbookFeed<B extends TextbookSides> implements BookFeed {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private final B book;
  private long events;
  private @Nullable BigDecimal bid;
  private @Nullable BigDecimal ask;

  TextbookFeed(B book) {
    this.book = book;
  }

  /**
   * Reads a frame and applies it.
   *
   * @return its checksum, -1 if it has none
   */
  abstract long apply(byte[] bytes, B to) throws IOException;

  @Override
  public void frame(byte[] bytes) {
    try {
      long checksum = apply(bytes, book);
      book.cut();
      if (checksum < 0 || book.checksum() == checksum) {
        on(book);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void on(B changed) {
    events++;
    bid = changed.bestBid();
    ask = changed.bestAsk();
  }

  @Override
  public long events() {
    return events;
  }

  @Override
  public Top top() {
    if (bid == null || ask == null) {
      throw new IllegalStateException("no book yet");
    }
    return Top.of(bid, ask);
  }
}
