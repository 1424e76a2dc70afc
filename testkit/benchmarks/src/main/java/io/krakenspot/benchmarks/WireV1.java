package io.krakenspot.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/** Version 1: arrays of strings, prices of five decimals. */
final class WireV1 implements Wire {
  private static final int CHANNEL = 336;
  private static final int PRICE_DECIMALS = 5;

  @Override
  public String price(Level level) {
    return level.exactPrice().setScale(PRICE_DECIMALS).toPlainString();
  }

  @Override
  public String acknowledgement(long requestId, int depth) {
    return ("{\"channelID\":%d,\"channelName\":\"book-%d\",\"event\":\"subscriptionStatus\","
            + "\"pair\":\"XBT/USD\",\"reqid\":%d,\"status\":\"subscribed\","
            + "\"subscription\":{\"depth\":%d,\"name\":\"book\"}}")
        .formatted(CHANNEL, depth, requestId, depth);
  }

  @Override
  public String snapshot(int depth, List<Level> asks, List<Level> bids, long checksum) {
    String sides = "{\"as\":%s,\"bs\":%s}".formatted(levels(asks, 0), levels(bids, 0));
    return frame(sides, depth);
  }

  @Override
  public String update(int depth, List<Level> asks, List<Level> bids, long checksum, int number) {
    String changedAsks = "\"a\":" + levels(asks, number);
    String changedBids = "\"b\":" + levels(bids, number);
    String check = ",\"c\":\"" + checksum + "\"}";
    if (bids.isEmpty()) {
      return frame("{" + changedAsks + check, depth);
    } else if (asks.isEmpty()) {
      return frame("{" + changedBids + check, depth);
    }
    return frame("{" + changedAsks + "},{" + changedBids + check, depth);
  }

  private static String frame(String sides, int depth) {
    return "[" + CHANNEL + "," + sides + ",\"book-" + depth + "\",\"XBT/USD\"]";
  }

  private String levels(List<Level> levels, int number) {
    return levels.stream()
        .map(level -> level(level, number))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String level(Level level, int number) {
    return "[\"%s\",\"%s\",\"1714550000.%06d\"%s]"
        .formatted(price(level), quantity(level), number, level.republished() ? ",\"r\"" : "");
  }
}
