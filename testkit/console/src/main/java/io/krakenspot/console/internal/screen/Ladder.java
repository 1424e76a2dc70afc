package io.krakenspot.console.internal.screen;

import io.krakenspot.market.Book;
import io.krakenspot.market.Levels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A book as rows of text, best prices first and side by side, with a bar for each quantity.
 *
 * <pre>
 *                 quantity        bid | ask             quantity
 *   #######    12.50000000    62710.4 | 62710.5       3.00000000  ##
 * </pre>
 */
public final class Ladder {
  private static final int BAR = 10;

  private final int rows;

  /**
   * A ladder.
   *
   * @param rows levels a side to show
   */
  public Ladder(int rows) {
    this.rows = rows;
  }

  /**
   * The book's rows below a heading; always as many.
   *
   * @param book the book
   * @return lines without colours
   */
  public List<String> lines(Book book) {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "quantity", "bid", "ask", "quantity", ""));
    BigDecimal largest = largest(book);
    for (int index = 0; index < rows; index++) {
      Level bid = level(book.bids(), index, largest);
      Level ask = level(book.asks(), index, largest);
      lines.add(row(bid.bar, bid.quantity, bid.price, ask.price, ask.quantity, ask.bar));
    }
    return lines;
  }

  /**
   * As many rows without a book.
   *
   * @param why why there is none, for example {@code resyncing}
   * @return lines without colours
   */
  public List<String> without(String why) {
    List<String> lines = new ArrayList<>(Collections.nCopies(rows + 1, ""));
    lines.set(rows / 2, "    no book: " + why);
    return lines;
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%10s %16s %12s | %-12s %-16s %-10s", cells).stripTrailing();
  }

  private BigDecimal largest(Book book) {
    return largest(book.bids()).max(largest(book.asks()));
  }

  private BigDecimal largest(Levels levels) {
    BigDecimal largest = BigDecimal.ZERO;
    for (int index = 0; index < Math.min(rows, levels.size()); index++) {
      largest = largest.max(levels.quantity(index));
    }
    return largest;
  }

  private static Level level(Levels levels, int index, BigDecimal largest) {
    if (index >= levels.size()) {
      return new Level("", "", "");
    }
    BigDecimal quantity = levels.quantity(index);
    return new Level(
        levels.price(index).toPlainString(), quantity.toPlainString(), bar(quantity, largest));
  }

  /** At least one mark for what is there, all of them for the largest. */
  private static String bar(BigDecimal quantity, BigDecimal largest) {
    double share = quantity.doubleValue() / largest.doubleValue();
    return "#".repeat(Math.max(1, (int) Math.round(share * BAR)));
  }

  private record Level(String price, String quantity, String bar) {}
}
