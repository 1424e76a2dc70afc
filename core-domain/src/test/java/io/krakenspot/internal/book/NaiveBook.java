package io.krakenspot.internal.book;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** The book as Kraken's guide describes it, in the most obvious way. */
final class NaiveBook {
  private final int depth;
  private final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
  private final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());

  NaiveBook(int depth) {
    this.depth = depth;
  }

  void apply(BookFrame frame) {
    if (frame.snapshot) {
      asks.clear();
      bids.clear();
    }
    apply(frame.asks, asks);
    apply(frame.bids, bids);
  }

  private void apply(List<String[]> levels, TreeMap<BigDecimal, BigDecimal> side) {
    for (String[] level : levels) {
      BigDecimal price = new BigDecimal(level[0]);
      BigDecimal quantity = new BigDecimal(level[1]);
      if (quantity.signum() == 0) {
        side.remove(price);
      } else {
        side.put(price, quantity);
      }
    }
    while (side.size() > depth) {
      side.pollLastEntry();
    }
  }

  TreeMap<BigDecimal, BigDecimal> asks() {
    return asks;
  }

  TreeMap<BigDecimal, BigDecimal> bids() {
    return bids;
  }

  /** The checksum where the exchange writes so many decimals. */
  long checksum(int priceDecimals, int quantityDecimals) {
    String text =
        text(asks, priceDecimals, quantityDecimals) + text(bids, priceDecimals, quantityDecimals);
    return crc(text);
  }

  static long crc(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  private static String text(TreeMap<BigDecimal, BigDecimal> side, int price, int quantity) {
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (Map.Entry<BigDecimal, BigDecimal> level : side.entrySet()) {
      if (count++ == 10) {
        break;
      }
      text.append(digits(level.getKey(), price)).append(digits(level.getValue(), quantity));
    }
    return text.toString();
  }

  static String digits(BigDecimal value, int decimals) {
    String plain = value.setScale(decimals).toPlainString();
    return plain.replace(".", "").replaceFirst("^0+", "");
  }
}
