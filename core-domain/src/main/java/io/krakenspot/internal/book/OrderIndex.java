package io.krakenspot.internal.book;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the cell of an order by its id: open addressing over the ids that the cells hold. */
final class OrderIndex {
  private final OrderCells cells;
  private int[] table;
  private int size;

  OrderIndex(OrderCells cells) {
    this.cells = cells;
    this.table = new int[128];
    Arrays.fill(table, OrderCells.NONE);
  }

  /** A copy for a copy of the cells. */
  OrderIndex(OrderCells cells, OrderIndex other) {
    this.cells = cells;
    this.table = other.table.clone();
    this.size = other.size;
  }

  void clear() {
    Arrays.fill(table, OrderCells.NONE);
    size = 0;
  }

  /** The cell, or {@link OrderCells#NONE}. */
  int find(long high, long low, @Nullable String foreignId) {
    int slot = home(high, low);
    while (table[slot] != OrderCells.NONE && !cells.has(table[slot], high, low, foreignId)) {
      slot = after(slot);
    }
    return table[slot];
  }

  void add(int cell) {
    if (++size * 2 > table.length) {
      grow();
    }
    place(cell);
  }

  /** Forgets a cell, and moves up those that gave way to it. */
  void remove(int cell) {
    int gap = home(cell);
    while (table[gap] != cell) {
      gap = after(gap);
    }
    for (int slot = after(gap); table[slot] != OrderCells.NONE; slot = after(slot)) {
      if (distance(home(table[slot]), slot) >= distance(gap, slot)) {
        table[gap] = table[slot];
        gap = slot;
      }
    }
    table[gap] = OrderCells.NONE;
    size--;
  }

  private void grow() {
    int[] old = table;
    table = new int[old.length * 2];
    Arrays.fill(table, OrderCells.NONE);
    for (int cell : old) {
      if (cell != OrderCells.NONE) {
        place(cell);
      }
    }
  }

  private void place(int cell) {
    int slot = home(cell);
    while (table[slot] != OrderCells.NONE) {
      slot = after(slot);
    }
    table[slot] = cell;
  }

  private int home(int cell) {
    return home(cells.high(cell), cells.low(cell));
  }

  private int home(long high, long low) {
    long mixed = (high * 0x9E3779B97F4A7C15L + low) * 0xD6E8FEB86659FD93L;
    return (int) (mixed >>> Integer.SIZE) & (table.length - 1);
  }

  private int after(int slot) {
    return (slot + 1) & (table.length - 1);
  }

  private int distance(int from, int to) {
    return (to - from) & (table.length - 1);
  }
}
