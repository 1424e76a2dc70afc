package io.krakenspot.internal.book;

import io.krakenspot.internal.book.Level3Frame.Row;
import io.krakenspot.market.Level3Event.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A book of orders as Kraken's guide describes it, in the most obvious way. */
final class NaiveLevel3 {
  private final int depth;
  private final List<Row> asks = new ArrayList<>();
  private final List<Row> bids = new ArrayList<>();

  NaiveLevel3(int depth) {
    this.depth = depth;
  }

  void apply(Level3Frame frame) {
    if (frame.snapshot) {
      asks.clear();
      bids.clear();
    }
    frame.asks.forEach(row -> apply(row, asks));
    frame.bids.forEach(row -> apply(row, bids));
    cut(asks, levels(asks, false));
    cut(bids, levels(bids, true));
  }

  /** Orders in the order they came, whatever their price. */
  private static void apply(Row row, List<Row> side) {
    int at = 0;
    while (at < side.size() && !side.get(at).id().equals(row.id())) {
      at++;
    }
    Row present = at < side.size() ? side.remove(at) : null;
    if (row.kind() == Kind.DELETE || number(row.quantity()).signum() == 0) {
      return;
    }
    boolean keepsPlace =
        row.kind() == Kind.MODIFY
            && present != null
            && number(present.price()).compareTo(number(row.price())) == 0
            && !(row.time() > present.time()
                && number(row.quantity()).compareTo(number(present.quantity())) > 0);
    side.add(keepsPlace ? at : side.size(), row);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private void cut(List<Row> side, TreeMap<BigDecimal, List<Row>> levels) {
    while (levels.size() > depth) {
      side.removeAll(levels.pollLastEntry().getValue());
    }
  }

  TreeMap<BigDecimal, List<Row>> asks() {
    return levels(asks, false);
  }

  TreeMap<BigDecimal, List<Row>> bids() {
    return levels(bids, true);
  }

  private static TreeMap<BigDecimal, List<Row>> levels(List<Row> side, boolean highestFirst) {
    TreeMap<BigDecimal, List<Row>> levels =
        new TreeMap<>((a, b) -> highestFirst ? b.compareTo(a) : a.compareTo(b));
    side.forEach(
        row -> levels.computeIfAbsent(number(row.price()), any -> new ArrayList<>()).add(row));
    return levels;
  }

  /** The checksum where the exchange writes so many decimals. */
  long checksum(int priceDecimals, int quantityDecimals) {
    return NaiveBook.crc(
        text(asks(), priceDecimals, quantityDecimals)
            + text(bids(), priceDecimals, quantityDecimals));
  }

  private static String text(TreeMap<BigDecimal, List<Row>> levels, int price, int quantity) {
    StringBuilder text = new StringBuilder();
    levels.values().stream()
        .limit(10)
        .flatMap(List::stream)
        .forEach(
            row ->
                text.append(NaiveBook.digits(number(row.price()), price))
                    .append(NaiveBook.digits(number(row.quantity()), quantity)));
    return text.toString();
  }
}
