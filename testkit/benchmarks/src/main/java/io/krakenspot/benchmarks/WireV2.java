package io.krakenspot.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/** Version 2: objects of numbers, prices of one decimal. */
final class WireV2 implements Wire {
  @Override
  public String price(Level level) {
    return level.exactPrice().toPlainString();
  }

  @Override
  public String acknowledgement(long requestId, int depth) {
    return ("{\"method\":\"subscribe\",\"req_id\":%d,\"result\":{\"channel\":\"book\","
            + "\"depth\":%d,\"snapshot\":true,\"symbol\":\"BTC/USD\"},\"success\":true,"
            + "\"time_in\":\"2026-03-02T10:00:00.000001Z\","
            + "\"time_out\":\"2026-03-02T10:00:00.000042Z\"}")
        .formatted(requestId, depth);
  }

  @Override
  public String snapshot(int depth, List<Level> asks, List<Level> bids, long checksum) {
    return frame("snapshot", asks, bids, checksum, 0);
  }

  @Override
  public String update(int depth, List<Level> asks, List<Level> bids, long checksum, int number) {
    return frame("update", asks, bids, checksum, number);
  }

  private String frame(String type, List<Level> asks, List<Level> bids, long checksum, int number) {
    return ("{\"channel\":\"book\",\"type\":\"%s\",\"data\":[{\"symbol\":\"BTC/USD\","
            + "\"bids\":%s,\"asks\":%s,\"checksum\":%d,"
            + "\"timestamp\":\"2026-03-02T10:00:00.%06dZ\"}]}")
        .formatted(type, levels(bids), levels(asks), checksum, number);
  }

  private String levels(List<Level> levels) {
    return levels.stream().map(this::level).collect(Collectors.joining(",", "[", "]"));
  }

  private String level(Level level) {
    return "{\"price\":%s,\"qty\":%s}".formatted(price(level), quantity(level));
  }
}
