package io.krakenspot.internal.book;

import io.krakenspot.market.Levels;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A list of levels at a book's scales: those the last frame named, refilled by each frame, or a
 * copy that no longer changes.
 */
final class LevelList implements Levels {
  private final Map<Integer, BigDecimal> wide = new HashMap<>(0);
  private long[] prices = new long[16];
  private long[] quantities = new long[16];
  private int size;
  private int priceScale;
  private int quantityScale;

  void clear(int newPriceScale, int newQuantityScale) {
    size = 0;
    priceScale = newPriceScale;
    quantityScale = newQuantityScale;
    wide.clear();
  }

  void add(long price, long quantity) {
    if (size == prices.length) {
      prices = Arrays.copyOf(prices, size * 2);
      quantities = Arrays.copyOf(quantities, size * 2);
    }
    prices[size] = price;
    quantities[size] = quantity;
    size++;
  }

  void addWide(long price, BigDecimal quantity) {
    add(price, TOO_WIDE);
    wide.put(size - 1, quantity);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long priceUnscaled(int index) {
    return prices[Objects.checkIndex(index, size)];
  }

  @Override
  public long quantityUnscaled(int index) {
    return quantities[Objects.checkIndex(index, size)];
  }

  @Override
  public BigDecimal price(int index) {
    return BigDecimal.valueOf(priceUnscaled(index), priceScale);
  }

  @Override
  public BigDecimal quantity(int index) {
    long quantity = quantityUnscaled(index);
    return quantity == TOO_WIDE
        ? Objects.requireNonNull(wide.get(index))
        : BigDecimal.valueOf(quantity, quantityScale);
  }

  LevelList freeze() {
    LevelList copy = new LevelList();
    copy.clear(priceScale, quantityScale);
    copy.prices = Arrays.copyOf(prices, Math.max(1, size));
    copy.quantities = Arrays.copyOf(quantities, Math.max(1, size));
    copy.size = size;
    copy.wide.putAll(wide);
    return copy;
  }
}
