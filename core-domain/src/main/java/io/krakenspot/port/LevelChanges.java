package io.krakenspot.port;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The levels that a frame names on one side of a book, in its order, as unscaled longs with the
 * scale each came with. Reused from frame to frame; grows and never allocates once grown.
 */
public final class LevelChanges {
  private long[] prices = new long[16];
  private int[] priceScales = new int[16];
  private long[] quantities = new long[16];
  private int[] quantityScales = new int[16];
  private @Nullable BigDecimal[] wideQuantities = new BigDecimal[0];
  private int size;

  /** Makes an empty list. */
  public LevelChanges() {}

  /**
   * Adds a level.
   *
   * @param price unscaled, for example 627104 for {@code 62710.4}
   * @param priceScale its decimals, for example 1
   * @param quantity unscaled, zero to remove the level
   * @param quantityScale its decimals
   */
  public void add(long price, int priceScale, long quantity, int quantityScale) {
    if (size == prices.length) {
      grow();
    }
    prices[size] = price;
    priceScales[size] = priceScale;
    quantities[size] = quantity;
    quantityScales[size] = quantityScale;
    size++;
  }

  /**
   * Adds a level whose quantity has more digits than a {@code long} holds.
   *
   * @param price unscaled
   * @param priceScale its decimals
   * @param quantity exact, with the decimals it came with
   */
  public void addWide(long price, int priceScale, BigDecimal quantity) {
    add(price, priceScale, 0, quantity.scale());
    if (wideQuantities.length < size) {
      wideQuantities = Arrays.copyOf(wideQuantities, prices.length);
    }
    wideQuantities[size - 1] = quantity;
  }

  /**
   * Adds a level of another list.
   *
   * @param other the other list
   * @param index where it stands in that, from 0
   */
  public void addFrom(LevelChanges other, int index) {
    BigDecimal wide = other.wideQuantity(index);
    if (wide == null) {
      add(
          other.price(index),
          other.priceScale(index),
          other.quantity(index),
          other.quantityScale(index));
    } else {
      addWide(other.price(index), other.priceScale(index), wide);
    }
  }

  /** Forgets all levels. */
  public void clear() {
    Arrays.fill(wideQuantities, null);
    size = 0;
  }

  /**
   * How many levels there are.
   *
   * @return zero or more
   */
  public int size() {
    return size;
  }

  /**
   * A price without its decimal point.
   *
   * @param index from 0
   * @return the unscaled price
   */
  public long price(int index) {
    return prices[index];
  }

  /**
   * The decimals of a price.
   *
   * @param index from 0
   * @return the scale
   */
  public int priceScale(int index) {
    return priceScales[index];
  }

  /**
   * A quantity without its decimal point; meaningless if {@link #wideQuantity} is not null.
   *
   * @param index from 0
   * @return the unscaled quantity
   */
  public long quantity(int index) {
    return quantities[index];
  }

  /**
   * The decimals of a quantity.
   *
   * @param index from 0
   * @return the scale
   */
  public int quantityScale(int index) {
    return quantityScales[index];
  }

  /**
   * A quantity that has more digits than a {@code long} holds.
   *
   * @param index from 0
   * @return null if {@link #quantity} has it
   */
  public @Nullable BigDecimal wideQuantity(int index) {
    return index < wideQuantities.length ? wideQuantities[index] : null;
  }

  private void grow() {
    int capacity = prices.length * 2;
    prices = Arrays.copyOf(prices, capacity);
    priceScales = Arrays.copyOf(priceScales, capacity);
    quantities = Arrays.copyOf(quantities, capacity);
    quantityScales = Arrays.copyOf(quantityScales, capacity);
  }
}
