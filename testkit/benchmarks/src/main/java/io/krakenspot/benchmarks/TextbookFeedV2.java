package io.krakenspot.benchmarks;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Textbook Java for version 2. */
final class TextbookFeedV2 extends TextbookFeed<TextbookBook> {
  private static final ObjectReader READER = MAPPER.readerFor(Message.class);

  TextbookFeedV2(int depth) {
    super(new TextbookBook(depth));
  }

  @Override
  long apply(byte[] bytes, TextbookBook book) throws IOException {
    Message message = READER.readValue(bytes);
    Data data = message.data().get(0);
    if (message.type().equals("snapshot")) {
      book.clear();
    }
    data.asks().forEach(level -> book.ask(level.price(), level.qty()));
    data.bids().forEach(level -> book.bid(level.price(), level.qty()));
    return data.checksum();
  }

  record Message(String channel, String type, List<Data> data) {}

  record Data(
      String symbol,
      List<PriceLevel> bids,
      List<PriceLevel> asks,
      long checksum,
      String timestamp) {}

  record PriceLevel(BigDecimal price, BigDecimal qty) {}
}
