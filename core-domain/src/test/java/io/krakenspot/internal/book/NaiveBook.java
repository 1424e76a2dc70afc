package io.krakenspot.internal.book;

import io.krakenspot.market.BookLevel;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** The book as a textbook would write it: slow, obvious, and the measure for the fast one. */
final class NaiveBook {
  private final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
  private final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
  private final int depth;
  private final int priceDecimals;
  private final int quantityDecimals;

  NaiveBook(int depth, int priceDecimals, int quantityDecimals) {
    this.depth = depth;
    this.priceDecimals = priceDecimals;
    this.quantityDecimals = quantityDecimals;
  }

  void ask(BigDecimal price, BigDecimal quantity) {
    set(asks, price, quantity);
  }

  void bid(BigDecimal price, BigDecimal quantity) {
    set(bids, price, quantity);
  }

  void cut() {
    while (asks.size() > depth) {
      asks.pollLastEntry();
    }
    while (bids.size() > depth) {
      bids.pollLastEntry();
    }
  }

  List<BookLevel> asks() {
    return levels(asks);
  }

  List<BookLevel> bids() {
    return levels(bids);
  }

  long checksum() {
    StringBuilder text = new StringBuilder();
    append(text, asks);
    append(text, bids);
    CRC32 crc = new CRC32();
    crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
    return crc.getValue();
  }

  private void append(StringBuilder text, TreeMap<BigDecimal, BigDecimal> side) {
    side.entrySet().stream()
        .limit(10)
        .forEach(
            level ->
                text.append(digits(level.getKey(), priceDecimals))
                    .append(digits(level.getValue(), quantityDecimals)));
  }

  private static String digits(BigDecimal value, int decimals) {
    return value.setScale(decimals).toPlainString().replace(".", "").replaceFirst("^0+", "");
  }

  private static void set(
      TreeMap<BigDecimal, BigDecimal> side, BigDecimal price, BigDecimal quantity) {
    if (quantity.signum() == 0) {
      side.remove(price);
    } else {
      side.put(price, quantity);
    }
  }

  private static List<BookLevel> levels(Map<BigDecimal, BigDecimal> side) {
    return side.entrySet().stream()
        .map(level -> new BookLevel(level.getKey(), level.getValue()))
        .toList();
  }
}
