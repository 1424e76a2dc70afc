package io.krakenspot.benchmarks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** An order book as one would first write it: sorted maps of BigDecimal, checksum from strings. */
final class TextbookBook implements TextbookSides {
  private static final int CHECKED_LEVELS = 10;

  private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
  private final NavigableMap<BigDecimal, BigDecimal> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final int depth;

  TextbookBook(int depth) {
    this.depth = depth;
  }

  void clear() {
    asks.clear();
    bids.clear();
  }

  void ask(BigDecimal price, BigDecimal quantity) {
    set(asks, price, quantity);
  }

  void bid(BigDecimal price, BigDecimal quantity) {
    set(bids, price, quantity);
  }

  private static void set(
      NavigableMap<BigDecimal, BigDecimal> side, BigDecimal price, BigDecimal quantity) {
    if (quantity.signum() == 0) {
      side.remove(price);
    } else {
      side.put(price, quantity);
    }
  }

  @Override
  public void cut() {
    cut(asks);
    cut(bids);
  }

  private void cut(NavigableMap<BigDecimal, BigDecimal> side) {
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

  private static void append(StringBuilder digits, NavigableMap<BigDecimal, BigDecimal> side) {
    int count = 0;
    for (Map.Entry<BigDecimal, BigDecimal> level : side.entrySet()) {
      if (count++ == CHECKED_LEVELS) {
        return;
      }
      digits
          .append(TextbookSides.stripped(level.getKey()))
          .append(TextbookSides.stripped(level.getValue()));
    }
  }
}
