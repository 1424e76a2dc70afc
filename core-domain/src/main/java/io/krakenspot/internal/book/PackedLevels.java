package io.krakenspot.internal.book;

import io.krakenspot.market.Levels;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;

/** Levels as unscaled longs in two arrays; a quantity too wide for one is held elsewhere. */
abstract class PackedLevels implements Levels {
  long[] prices;
  long[] quantities;
  int size;
  int priceScale;
  int quantityScale;

  PackedLevels(int room) {
    this.prices = new long[room];
    this.quantities = new long[room];
  }

  /** The quantity of a level whose long says {@link #TOO_WIDE}. */
  abstract BigDecimal wideAt(int index);

  /** Makes room for one more. */
  final void grow() {
    if (size == prices.length) {
      prices = Arrays.copyOf(prices, size * 2);
      quantities = Arrays.copyOf(quantities, size * 2);
    }
  }

  @Override
  public final int size() {
    return size;
  }

  @Override
  public final long priceUnscaled(int index) {
    return prices[Objects.checkIndex(index, size)];
  }

  @Override
  public final long quantityUnscaled(int index) {
    return quantities[Objects.checkIndex(index, size)];
  }

  @Override
  public final BigDecimal price(int index) {
    return BigDecimal.valueOf(priceUnscaled(index), priceScale);
  }

  @Override
  public final BigDecimal quantity(int index) {
    long quantity = quantityUnscaled(index);
    return quantity == TOO_WIDE ? wideAt(index) : BigDecimal.valueOf(quantity, quantityScale);
  }
}
