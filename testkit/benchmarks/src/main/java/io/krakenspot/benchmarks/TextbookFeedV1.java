package io.krakenspot.benchmarks;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Textbook Java for version 1: the objects within the array are read to records. */
final class TextbookFeedV1 extends TextbookFeed<TextbookBook> {
  private static final ObjectReader READER = MAPPER.readerFor(Sides.class);
  private static final long NO_CHECKSUM = -1;

  TextbookFeedV1(int depth) {
    super(new TextbookBook(depth));
  }

  @Override
  long apply(byte[] bytes, TextbookBook book) throws IOException {
    long checksum = NO_CHECKSUM;
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          Sides sides = READER.readValue(parser);
          apply(sides, book);
          checksum = sides.c() == null ? checksum : Long.parseLong(sides.c());
        }
      }
    }
    return checksum;
  }

  private static void apply(Sides sides, TextbookBook book) {
    if (sides.as() != null && sides.bs() != null) {
      book.clear();
      asks(sides.as(), book);
      bids(sides.bs(), book);
    }
    if (sides.a() != null) {
      asks(sides.a(), book);
    }
    if (sides.b() != null) {
      bids(sides.b(), book);
    }
  }

  private static void asks(List<PriceLevel> levels, TextbookBook book) {
    levels.forEach(level -> book.ask(level.price(), level.volume()));
  }

  private static void bids(List<PriceLevel> levels, TextbookBook book) {
    levels.forEach(level -> book.bid(level.price(), level.volume()));
  }

  record Sides(
      @Nullable List<PriceLevel> as,
      @Nullable List<PriceLevel> bs,
      @Nullable List<PriceLevel> a,
      @Nullable List<PriceLevel> b,
      @Nullable String c) {}

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  record PriceLevel(
      BigDecimal price, BigDecimal volume, String timestamp, @Nullable String updateType) {}
}
