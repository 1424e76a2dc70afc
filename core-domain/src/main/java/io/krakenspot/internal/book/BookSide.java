package io.krakenspot.internal.book;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One side of a book: levels best first as unscaled longs in two arrays, moved as a block on insert
 * and remove. A quantity too wide for a {@code long} is held beside them by its price.
 */
final class BookSide extends PackedLevels implements KeptSide {
  private static final int SLACK = 64;

  private final boolean descending;
  private final TopDigits digits = new TopDigits();
  private final Map<Long, BigDecimal> wide = new HashMap<>(0);
  private boolean topChanged = true;

  BookSide(boolean descending, int depth) {
    super(depth + SLACK);
    this.descending = descending;
  }

  @Override
  public void clear(int newPriceScale, int newQuantityScale) {
    size = 0;
    priceScale = newPriceScale;
    quantityScale = newQuantityScale;
    wide.clear();
    digits.forget();
    topChanged = true;
  }

  /** Sets the quantity at a price, both at this side's scales; zero removes the level. */
  void set(long price, long quantity) {
    int index = find(price);
    boolean present = index < size && prices[index] == price;
    if (quantity == 0) {
      if (present) {
        remove(index);
      }
      return;
    }
    if (present) {
      replace(index, quantity);
    } else {
      insert(index, price, quantity);
    }
  }

  /** Sets a quantity that a {@code long} does not hold. */
  void setWide(long price, BigDecimal quantity) {
    set(price, TOO_WIDE);
    wide.put(price, quantity);
  }

  void cut(int depth) {
    while (size > depth) {
      size--;
      if (quantities[size] == TOO_WIDE) {
        wide.remove(prices[size]);
      }
    }
  }

  @Override
  public boolean canWidenPrices(int newScale) {
    return PowersOfTen.allFit(prices, size, newScale - priceScale);
  }

  @Override
  public void widenPrices(int newScale) {
    int shift = newScale - priceScale;
    Map<Long, BigDecimal> moved = new HashMap<>();
    wide.forEach((price, quantity) -> moved.put(PowersOfTen.times(price, shift), quantity));
    wide.clear();
    wide.putAll(moved);
    for (int i = 0; i < size; i++) {
      prices[i] = PowersOfTen.times(prices[i], shift);
    }
    priceScale = newScale;
    touchTop();
  }

  @Override
  public void widenQuantities(int newScale) {
    int shift = newScale - quantityScale;
    for (int i = 0; i < size; i++) {
      if (quantities[i] == TOO_WIDE) {
        continue;
      }
      if (PowersOfTen.fits(quantities[i], shift)) {
        quantities[i] = PowersOfTen.times(quantities[i], shift);
      } else {
        wide.put(prices[i], BigDecimal.valueOf(quantities[i], quantityScale));
        quantities[i] = TOO_WIDE;
      }
    }
    quantityScale = newScale;
    touchTop();
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
    digits.forget();
    topChanged = true;
  }

  @Override
  public void render(ChecksumText text, int priceDigits, int quantityDigits) {
    int top = Math.min(TopDigits.LEVELS, size);
    for (int i = 0; i < top; i++) {
      if (digits.missing(i)) {
        digits.render(
            i,
            prices[i],
            priceDigits - priceScale,
            quantities[i],
            quantityDigits - quantityScale,
            quantities[i] == TOO_WIDE ? wide.get(prices[i]) : null,
            quantityDigits);
      }
      digits.append(i, text);
    }
  }

  LevelList freeze() {
    LevelList copy = new LevelList();
    copy.clear(priceScale, quantityScale);
    for (int i = 0; i < size; i++) {
      if (quantities[i] == TOO_WIDE) {
        copy.addWide(prices[i], wideAt(i));
      } else {
        copy.add(prices[i], quantities[i]);
      }
    }
    return copy;
  }

  @Override
  BigDecimal wideAt(int index) {
    return Objects.requireNonNull(wide.get(prices[index]));
  }

  private void insert(int index, long price, long quantity) {
    grow();
    System.arraycopy(prices, index, prices, index + 1, size - index);
    System.arraycopy(quantities, index, quantities, index + 1, size - index);
    prices[index] = price;
    quantities[index] = quantity;
    size++;
    if (index < TopDigits.LEVELS) {
      digits.insert(index);
      topChanged = true;
    }
  }

  private void replace(int index, long quantity) {
    if (quantities[index] == TOO_WIDE) {
      wide.remove(prices[index]);
    }
    quantities[index] = quantity;
    if (index < TopDigits.LEVELS) {
      digits.forget(index);
      topChanged = true;
    }
  }

  private void remove(int index) {
    if (quantities[index] == TOO_WIDE) {
      wide.remove(prices[index]);
    }
    size--;
    System.arraycopy(prices, index + 1, prices, index, size - index);
    System.arraycopy(quantities, index + 1, quantities, index, size - index);
    if (index < TopDigits.LEVELS) {
      digits.remove(index);
      topChanged = true;
    }
  }

  private int find(long price) {
    return BestFirst.find(prices, size, price, descending);
  }
}
