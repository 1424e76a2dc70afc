package io.krakenspot.testkit.exchange.internal.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The best levels of one side, as a client that follows the updates holds them. A level that is
 * pushed out of range is not mentioned; one that moves into range is published again.
 */
final class SideView {
  private final NavigableMap<BigDecimal, Level> book;
  private final int depth;
  private final TreeMap<BigDecimal, Level> visible;
  private final Set<BigDecimal> pushedOut;
  private List<BookEntry> entries = new ArrayList<>();

  SideView(NavigableMap<BigDecimal, Level> book, int depth) {
    this.book = book;
    this.depth = depth;
    this.visible = new TreeMap<>(book.comparator());
    this.pushedOut = new TreeSet<>(book.comparator());
    book.values().stream().limit(depth).forEach(level -> visible.put(level.price(), level));
  }

  /** Follows a change that the book has already made. */
  void changed(Level level) {
    if (!inRange(level.price())) {
      return;
    }
    entries.add(new BookEntry(level, false));
    if (level.gone()) {
      visible.remove(level.price());
      refill();
    } else {
      visible.put(level.price(), level);
      cut();
    }
  }

  /** A client that cuts only after a whole message still holds what this message pushed out. */
  private boolean inRange(BigDecimal price) {
    return visible.size() < depth
        || comparator().compare(price, visible.lastKey()) <= 0
        || pushedOut.contains(price);
  }

  private Comparator<? super BigDecimal> comparator() {
    Comparator<? super BigDecimal> order = visible.comparator();
    return order == null ? Comparator.<BigDecimal>naturalOrder() : order;
  }

  private void refill() {
    for (Level next = next(); next != null && visible.size() < depth; next = next()) {
      visible.put(next.price(), next);
      entries.add(new BookEntry(next, true));
    }
  }

  private @Nullable Level next() {
    Map.Entry<BigDecimal, Level> next =
        visible.isEmpty() ? book.firstEntry() : book.higherEntry(visible.lastKey());
    return next == null ? null : next.getValue();
  }

  private void cut() {
    while (visible.size() > depth) {
      pushedOut.add(visible.pollLastEntry().getKey());
    }
  }

  /** The changes since the last call. */
  List<BookEntry> take() {
    List<BookEntry> taken = entries;
    entries = new ArrayList<>();
    pushedOut.clear();
    return taken;
  }

  List<Level> levels() {
    return List.copyOf(visible.values());
  }
}
