package io.krakenspot.internal.book;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A list of levels at a book's scales: those the last frame named, refilled by each frame, or a
 * copy that no longer changes.
 */
final class LevelList extends PackedLevels {
  private final Map<Integer, BigDecimal> wide = new HashMap<>(0);

  LevelList() {
    super(16);
  }

  void clear(int newPriceScale, int newQuantityScale) {
    size = 0;
    priceScale = newPriceScale;
    quantityScale = newQuantityScale;
    wide.clear();
  }

  void add(long price, long quantity) {
    grow();
    prices[size] = price;
    quantities[size] = quantity;
    size++;
  }

  void addWide(long price, BigDecimal quantity) {
    add(price, TOO_WIDE);
    wide.put(size - 1, quantity);
  }

  @Override
  BigDecimal wideAt(int index) {
    return Objects.requireNonNull(wide.get(index));
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
