package io.krakenspot.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** Textbook Java for level 3. */
final class TextbookFeedLevel3 extends TextbookFeed<TextbookOrders> {
  private static final ObjectReader READER = MAPPER.readerFor(Message.class);

  TextbookFeedLevel3(int depth) {
    super(new TextbookOrders(depth));
  }

  @Override
  long apply(byte[] bytes, TextbookOrders book) throws IOException {
    Message message = READER.readValue(bytes);
    Data data = message.data().get(0);
    if (message.type().equals("snapshot")) {
      book.clear();
    }
    data.asks().forEach(order -> apply(order, book.asks()));
    data.bids().forEach(order -> apply(order, book.bids()));
    return data.checksum();
  }

  private static void apply(
      OrderRow order, NavigableMap<BigDecimal, Map<String, BigDecimal>> side) {
    if ("delete".equals(order.event())) {
      TextbookOrders.remove(side, order.price(), order.id());
    } else {
      TextbookOrders.put(side, order.price(), order.id(), order.quantity());
    }
  }

  record Message(String channel, String type, List<Data> data) {}

  record Data(
      String symbol, long checksum, String timestamp, List<OrderRow> bids, List<OrderRow> asks) {}

  record OrderRow(
      @Nullable String event,
      @JsonProperty("order_id") String id,
      @JsonProperty("limit_price") BigDecimal price,
      @JsonProperty("order_qty") BigDecimal quantity,
      String timestamp) {}
}
