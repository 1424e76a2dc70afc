package io.krakenspot.internal.book;

import static io.krakenspot.internal.book.OrderCells.NONE;

import io.krakenspot.market.Level3Levels;
import io.krakenspot.market.Level3Order;
import io.krakenspot.market.QueuePosition;
import io.krakenspot.market.Side;
import io.krakenspot.port.PackedOrderId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One side of a book of orders: levels best first in parallel arrays, moved as a block on insert
 * and remove; in each a queue of orders.
 */
final class OrderSide implements Level3Levels, KeptSide {
  private final boolean descending;
  private final OrderCells cells;
  private final OrderIndex index;
  private long[] prices;
  private int[] fronts;
  private int[] backs;
  private int[] counts;
  private int size;
  private int priceScale;
  private int quantityScale;
  private boolean topChanged = true;

  OrderSide(boolean descending) {
    this.descending = descending;
    this.cells = new OrderCells();
    this.index = new OrderIndex(cells);
    this.prices = new long[16];
    this.fronts = new int[16];
    this.backs = new int[16];
    this.counts = new int[16];
  }

  private OrderSide(OrderSide other) {
    this.descending = other.descending;
    this.cells = new OrderCells(other.cells);
    this.index = new OrderIndex(cells, other.index);
    this.prices = Arrays.copyOf(other.prices, other.size);
    this.fronts = Arrays.copyOf(other.fronts, other.size);
    this.backs = Arrays.copyOf(other.backs, other.size);
    this.counts = Arrays.copyOf(other.counts, other.size);
    this.size = other.size;
    this.priceScale = other.priceScale;
    this.quantityScale = other.quantityScale;
  }

  @Override
  public void clear(int newPriceScale, int newQuantityScale) {
    size = 0;
    priceScale = newPriceScale;
    quantityScale = newQuantityScale;
    cells.clear();
    index.clear();
    topChanged = true;
  }

  /** The cell of an order, or {@link OrderCells#NONE}. */
  int find(long high, long low, @Nullable String foreignId) {
    return index.find(high, low, foreignId);
  }

  /** A new order at the back of its level. */
  void add(
      long high,
      long low,
      @Nullable String foreignId,
      long price,
      long quantity,
      @Nullable BigDecimal wide,
      long epochNanos) {
    int cell = cells.take(high, low, foreignId);
    cells.price(cell, price);
    cells.quantity(cell, quantity, wide);
    cells.time(cell, epochNanos);
    index.add(cell);
    enqueue(cell);
  }

  /**
   * Changes an order. It goes to the back of its new level if the price changed, to the back of its
   * own if it was amended to more, and keeps its place otherwise.
   */
  void modify(int cell, long price, long quantity, @Nullable BigDecimal wide, long epochNanos) {
    boolean moves =
        price != cells.price(cell)
            || (epochNanos > cells.time(cell) && isMore(quantity, wide, cell));
    int level = moves ? dequeue(cell) : levelOf(cell);
    cells.price(cell, price);
    cells.quantity(cell, quantity, wide);
    cells.time(cell, epochNanos);
    if (moves) {
      enqueue(cell);
    } else {
      touch(level);
    }
  }

  private boolean isMore(long quantity, @Nullable BigDecimal wide, int cell) {
    BigDecimal present = cells.wideQuantity(cell);
    if (wide == null && present == null) {
      return quantity > cells.quantity(cell);
    }
    return exact(quantity, wide).compareTo(exact(cells.quantity(cell), present)) > 0;
  }

  private BigDecimal exact(long quantity, @Nullable BigDecimal wide) {
    return wide == null ? BigDecimal.valueOf(quantity, quantityScale) : wide;
  }

  void remove(int cell) {
    dequeue(cell);
    index.remove(cell);
    cells.release(cell);
  }

  /** Lets go of all levels beyond so many. */
  void cut(int depth) {
    while (size > depth) {
      size--;
      int cell = fronts[size];
      while (cell != NONE) {
        int behind = cells.next(cell);
        index.remove(cell);
        cells.release(cell);
        cell = behind;
      }
    }
  }

  private void enqueue(int cell) {
    long price = cells.price(cell);
    int level = BestFirst.find(prices, size, price, descending);
    if (level == size || prices[level] != price) {
      open(level, price);
    }
    cells.link(backs[level], cell);
    if (fronts[level] == NONE) {
      fronts[level] = cell;
    }
    backs[level] = cell;
    cells.link(cell, NONE);
    counts[level]++;
    touch(level);
  }

  /** Takes an order out of its queue; returns where its level stands or stood. */
  private int dequeue(int cell) {
    int level = levelOf(cell);
    int before = cells.previous(cell);
    int behind = cells.next(cell);
    if (before == NONE) {
      fronts[level] = behind;
    }
    if (behind == NONE) {
      backs[level] = before;
    }
    cells.link(before, behind);
    touch(level);
    if (--counts[level] == 0) {
      close(level);
    }
    return level;
  }

  private int levelOf(int cell) {
    return BestFirst.find(prices, size, cells.price(cell), descending);
  }

  private void open(int level, long price) {
    if (size == prices.length) {
      prices = Arrays.copyOf(prices, size * 2);
      fronts = Arrays.copyOf(fronts, size * 2);
      backs = Arrays.copyOf(backs, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    move(level, level + 1, size - level);
    prices[level] = price;
    fronts[level] = NONE;
    backs[level] = NONE;
    counts[level] = 0;
    size++;
  }

  private void close(int level) {
    size--;
    move(level + 1, level, size - level);
  }

  private void move(int from, int to, int count) {
    System.arraycopy(prices, from, prices, to, count);
    System.arraycopy(fronts, from, fronts, to, count);
    System.arraycopy(backs, from, backs, to, count);
    System.arraycopy(counts, from, counts, to, count);
  }

  private void touch(int level) {
    topChanged |= level < TopDigits.LEVELS;
  }

  @Override
  public boolean canWidenPrices(int newScale) {
    return PowersOfTen.allFit(prices, size, newScale - priceScale);
  }

  @Override
  public void widenPrices(int newScale) {
    for (int level = 0; level < size; level++) {
      prices[level] = PowersOfTen.times(prices[level], newScale - priceScale);
      for (int cell = fronts[level]; cell != NONE; cell = cells.next(cell)) {
        cells.price(cell, prices[level]);
      }
    }
    priceScale = newScale;
    touchTop();
  }

  @Override
  public void widenQuantities(int newScale) {
    for (int level = 0; level < size; level++) {
      for (int cell = fronts[level]; cell != NONE; cell = cells.next(cell)) {
        widenQuantity(cell, newScale - quantityScale);
      }
    }
    quantityScale = newScale;
    touchTop();
  }

  private void widenQuantity(int cell, int shift) {
    long quantity = cells.quantity(cell);
    if (quantity == TOO_WIDE) {
      return;
    }
    if (PowersOfTen.fits(quantity, shift)) {
      cells.quantity(cell, PowersOfTen.times(quantity, shift), null);
    } else {
      cells.quantity(cell, TOO_WIDE, BigDecimal.valueOf(quantity, quantityScale));
    }
  }

  @Override
  public boolean topChanged() {
    return topChanged;
  }

  @Override
  public void topSeen() {
    topChanged = false;
  }

  @Override
  public void touchTop() {
    topChanged = true;
  }

  @Override
  public void render(ChecksumText text, int priceDigits, int quantityDigits) {
    int top = Math.min(TopDigits.LEVELS, size);
    for (int level = 0; level < top; level++) {
      int start = text.length();
      text.number(prices[level], priceDigits - priceScale);
      int end = text.length();
      for (int cell = fronts[level]; cell != NONE; cell = cells.next(cell)) {
        if (cell != fronts[level]) {
          text.repeat(start, end);
        }
        renderQuantity(text, cell, quantityDigits);
      }
    }
  }

  private void renderQuantity(ChecksumText text, int cell, int quantityDigits) {
    BigDecimal wide = cells.wideQuantity(cell);
    if (wide == null) {
      text.number(cells.quantity(cell), quantityDigits - quantityScale);
    } else {
      text.number(wide, quantityDigits);
    }
  }

  /** Where an order stands; null if it is not on this side. */
  @Nullable QueuePosition position(PackedOrderId id) {
    int cell = find(id.high(), id.low(), id.foreign());
    if (cell == NONE) {
      return null;
    }
    int ahead = 0;
    BigDecimal sum = BigDecimal.valueOf(0, quantityScale);
    for (int other = cells.previous(cell); other != NONE; other = cells.previous(other)) {
      ahead++;
      sum = sum.add(quantityOf(other));
    }
    return new QueuePosition(
        descending ? Side.BUY : Side.SELL,
        BigDecimal.valueOf(cells.price(cell), priceScale),
        ahead,
        sum,
        quantityOf(cell));
  }

  private BigDecimal quantityOf(int cell) {
    return exact(cells.quantity(cell), cells.wideQuantity(cell));
  }

  OrderSide freeze() {
    return new OrderSide(this);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long priceUnscaled(int level) {
    return prices[Objects.checkIndex(level, size)];
  }

  @Override
  public long quantityUnscaled(int level) {
    long sum = 0;
    for (int cell = front(level); cell != NONE; cell = cells.next(cell)) {
      long quantity = cells.quantity(cell);
      sum += quantity;
      if (quantity == TOO_WIDE || sum < 0) {
        return TOO_WIDE;
      }
    }
    return sum;
  }

  private int front(int level) {
    return fronts[Objects.checkIndex(level, size)];
  }

  @Override
  public BigDecimal price(int level) {
    return BigDecimal.valueOf(priceUnscaled(level), priceScale);
  }

  @Override
  public BigDecimal quantity(int level) {
    long plain = quantityUnscaled(level);
    if (plain != TOO_WIDE) {
      return BigDecimal.valueOf(plain, quantityScale);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int cell = front(level); cell != NONE; cell = cells.next(cell)) {
      sum = sum.add(quantityOf(cell));
    }
    return sum;
  }

  @Override
  public int orderCount(int level) {
    return counts[Objects.checkIndex(level, size)];
  }

  @Override
  public List<Level3Order> orders(int level) {
    List<Level3Order> orders = new ArrayList<>(orderCount(level));
    BigDecimal price = price(level);
    for (int cell = front(level); cell != NONE; cell = cells.next(cell)) {
      orders.add(
          new Level3Order(
              cells.id(cell), price, quantityOf(cell), EpochNanos.instant(cells.time(cell))));
    }
    return List.copyOf(orders);
  }
}
