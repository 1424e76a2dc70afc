package io.krakenspot.internal.book;

import io.krakenspot.market.Levels;
import io.krakenspot.port.PackedOrderId;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Orders in parallel arrays, one cell an order, linked into queues. Cells are reused; the arrays
 * grow and never shrink.
 */
final class OrderCells {
  static final int NONE = -1;

  private long[] highs = new long[64];
  private long[] lows = new long[64];
  private long[] prices = new long[64];
  private long[] quantities = new long[64];
  private long[] times = new long[64];
  private int[] next = new int[64];
  private int[] previous = new int[64];
  private @Nullable String[] foreignIds = new String[0];
  private @Nullable BigDecimal[] wideQuantities = new BigDecimal[0];
  private int used;
  private int free = NONE;

  OrderCells() {}

  /** A copy, cell by cell. */
  OrderCells(OrderCells other) {
    used = other.used;
    free = other.free;
    foreignIds = other.foreignIds.clone();
    wideQuantities = other.wideQuantities.clone();
    highs = Arrays.copyOf(other.highs, used);
    lows = Arrays.copyOf(other.lows, used);
    prices = Arrays.copyOf(other.prices, used);
    quantities = Arrays.copyOf(other.quantities, used);
    times = Arrays.copyOf(other.times, used);
    next = Arrays.copyOf(other.next, used);
    previous = Arrays.copyOf(other.previous, used);
  }

  void clear() {
    used = 0;
    free = NONE;
    Arrays.fill(foreignIds, null);
    Arrays.fill(wideQuantities, null);
  }

  int take(long high, long low, @Nullable String foreignId) {
    int cell = free == NONE ? newCell() : free;
    free = cell == free ? next[cell] : free;
    highs[cell] = high;
    lows[cell] = low;
    if (foreignId != null) {
      foreignIds = cell < foreignIds.length ? foreignIds : Arrays.copyOf(foreignIds, highs.length);
      foreignIds[cell] = foreignId;
    }
    return cell;
  }

  void release(int cell) {
    if (cell < foreignIds.length) {
      foreignIds[cell] = null;
    }
    if (cell < wideQuantities.length) {
      wideQuantities[cell] = null;
    }
    next[cell] = free;
    free = cell;
  }

  private int newCell() {
    if (used == highs.length) {
      int capacity = used * 2;
      highs = Arrays.copyOf(highs, capacity);
      lows = Arrays.copyOf(lows, capacity);
      prices = Arrays.copyOf(prices, capacity);
      quantities = Arrays.copyOf(quantities, capacity);
      times = Arrays.copyOf(times, capacity);
      next = Arrays.copyOf(next, capacity);
      previous = Arrays.copyOf(previous, capacity);
    }
    return used++;
  }

  /** Whether the order in a cell has this id. */
  boolean has(int cell, long high, long low, @Nullable String foreignId) {
    return lows[cell] == low
        && highs[cell] == high
        && (high != PackedOrderId.FOREIGN || Objects.equals(foreignId(cell), foreignId));
  }

  long high(int cell) {
    return highs[cell];
  }

  long low(int cell) {
    return lows[cell];
  }

  @Nullable String foreignId(int cell) {
    return cell < foreignIds.length ? foreignIds[cell] : null;
  }

  String id(int cell) {
    String foreignId = foreignId(cell);
    return foreignId == null ? PackedOrderId.text(highs[cell], lows[cell]) : foreignId;
  }

  long price(int cell) {
    return prices[cell];
  }

  void price(int cell, long price) {
    prices[cell] = price;
  }

  /** The quantity, or {@link Levels#TOO_WIDE}. */
  long quantity(int cell) {
    return quantities[cell];
  }

  /** The quantity if a {@code long} does not hold it. */
  @Nullable BigDecimal wideQuantity(int cell) {
    return cell < wideQuantities.length ? wideQuantities[cell] : null;
  }

  void quantity(int cell, long quantity, @Nullable BigDecimal wide) {
    quantities[cell] = quantity;
    if (wide != null && cell >= wideQuantities.length) {
      wideQuantities = Arrays.copyOf(wideQuantities, highs.length);
    }
    if (cell < wideQuantities.length) {
      wideQuantities[cell] = wide;
    }
  }

  long time(int cell) {
    return times[cell];
  }

  void time(int cell, long epochNanos) {
    times[cell] = epochNanos;
  }

  /** The cell behind in the queue, or {@link #NONE}. */
  int next(int cell) {
    return next[cell];
  }

  /** The cell before in the queue, or {@link #NONE}. */
  int previous(int cell) {
    return previous[cell];
  }

  void link(int front, int back) {
    if (front != NONE) {
      next[front] = back;
    }
    if (back != NONE) {
      previous[back] = front;
    }
  }
}
