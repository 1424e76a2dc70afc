package io.krakenspot.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** A book of orders as one would first write it: sorted maps of linked maps by id. */
final class TextbookOrders implements TextbookSides {
  private static final int CHECKED_LEVELS = 10;

  private final NavigableMap<BigDecimal, Map<String, BigDecimal>> asks = new TreeMap<>();
  private final NavigableMap<BigDecimal, Map<String, BigDecimal>> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final int depth;

  TextbookOrders(int depth) {
    this.depth = depth;
  }

  void clear() {
    asks.clear();
    bids.clear();
  }

  NavigableMap<BigDecimal, Map<String, BigDecimal>> asks() {
    return asks;
  }

  NavigableMap<BigDecimal, Map<String, BigDecimal>> bids() {
    return bids;
  }

  /** Joins the back of its level, or keeps its place. */
  static void put(
      NavigableMap<BigDecimal, Map<String, BigDecimal>> side,
      BigDecimal price,
      String id,
      BigDecimal quantity) {
    side.computeIfAbsent(price, none -> new LinkedHashMap<>()).put(id, quantity);
  }

  static void remove(
      NavigableMap<BigDecimal, Map<String, BigDecimal>> side, BigDecimal price, String id) {
    Map<String, BigDecimal> level = side.get(price);
    if (level != null) {
      level.remove(id);
      if (level.isEmpty()) {
        side.remove(price);
      }
    }
  }

  @Override
  public void cut() {
    cut(asks);
    cut(bids);
  }

  private void cut(NavigableMap<BigDecimal, Map<String, BigDecimal>> side) {
    while (side.size() > depth) {
      side.pollLastEntry();
    }
  }

  @Override
  public BigDecimal bestBid() {
    return bids.firstKey();
  }

  @Override
  public BigDecimal bestAsk() {
    return asks.firstKey();
  }

  @Override
  public long checksum() {
    StringBuilder digits = new StringBuilder();
    append(digits, asks);
    append(digits, bids);
    CRC32 crc = new CRC32();
    crc.update(digits.toString().getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  private static void append(
      StringBuilder digits, NavigableMap<BigDecimal, Map<String, BigDecimal>> side) {
    int count = 0;
    for (Map.Entry<BigDecimal, Map<String, BigDecimal>> level : side.entrySet()) {
      if (count++ == CHECKED_LEVELS) {
        return;
      }
      String price = TextbookSides.stripped(level.getKey());
      for (BigDecimal quantity : level.getValue().values()) {
        digits.append(price).append(TextbookSides.stripped(quantity));
      }
    }
  }
}
