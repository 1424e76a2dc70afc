package io.krakenspot.benchmarks;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the exchange's frames of level 3, by hand and not by the code that is measured. */
final class Level3Wire {
  private static final Pattern REQUEST_ID = Pattern.compile("\"req_id\":(\\d+)");
  private static final String TIME = "2026-03-02T10:00:00.000000001Z";

  private Level3Wire() {}

  static String snapshot(Stream<Resting> asks, Stream<Resting> bids, long checksum) {
    return frame(
        "snapshot",
        list(asks.map(order -> "{" + fields(order))),
        list(bids.map(order -> "{" + fields(order))),
        checksum,
        0);
  }

  static String update(List<OrderEvent> asks, List<OrderEvent> bids, long checksum, int number) {
    return frame(
        "update",
        list(asks.stream().map(Level3Wire::event)),
        list(bids.stream().map(Level3Wire::event)),
        checksum,
        number);
  }

  private static String frame(String type, String asks, String bids, long checksum, int number) {
    return ("{\"channel\":\"level3\",\"type\":\"%s\",\"data\":[{\"symbol\":\"BTC/USD\","
            + "\"checksum\":%d,\"timestamp\":\"2026-03-02T10:00:00.%09dZ\","
            + "\"bids\":%s,\"asks\":%s}]}")
        .formatted(type, checksum, number, bids, asks);
  }

  private static String list(Stream<String> objects) {
    return objects.collect(Collectors.joining(",", "[", "]"));
  }

  private static String event(OrderEvent event) {
    return "{\"event\":\"%s\",".formatted(event.kind()) + fields(event.order());
  }

  private static String fields(Resting order) {
    return "\"order_id\":\"%s\",\"limit_price\":%s,\"order_qty\":%s,\"timestamp\":\"%s\"}"
        .formatted(order.id(), order.priceText(), order.quantityText(), TIME);
  }

  /** The answer to a subscribe request. */
  static String answer(String request) {
    Matcher id = REQUEST_ID.matcher(request);
    if (!id.find()) {
      throw new IllegalArgumentException("no request id in " + request);
    }
    return ("{\"method\":\"subscribe\",\"req_id\":%s,\"result\":{\"channel\":\"level3\","
            + "\"snapshot\":true,\"symbol\":\"BTC/USD\"},\"success\":true,"
            + "\"time_in\":\"2026-03-02T10:00:00.000001Z\","
            + "\"time_out\":\"2026-03-02T10:00:00.000042Z\"}")
        .formatted(id.group(1));
  }
}
