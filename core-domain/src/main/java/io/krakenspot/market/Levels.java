package io.krakenspot.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of price levels, read in place: comfortable as {@link BigDecimal}, or raw as unscaled
 * longs without an allocation.
 *
 * <p>The raw value of {@code 62710.4} at a {@link Book#priceScale()} of 1 is {@code 627104}.
 */
public interface Levels {
  /** The raw quantity of a level whose quantity does not fit a {@code long}; never a real value. */
  long TOO_WIDE = Long.MIN_VALUE;

  /**
   * How many levels there are.
   *
   * @return zero or more
   */
  int size();

  /**
   * The price of a level without its decimal point.
   *
   * @param index from 0
   * @return price times ten to the {@link Book#priceScale()}
   * @throws IndexOutOfBoundsException if there is no such level
   */
  long priceUnscaled(int index);

  /**
   * The quantity of a level without its decimal point.
   *
   * @param index from 0
   * @return quantity times ten to the {@link Book#quantityScale()}, or {@link #TOO_WIDE} if that
   *     does not fit, in which case {@link #quantity} has it
   * @throws IndexOutOfBoundsException if there is no such level
   */
  long quantityUnscaled(int index);

  /**
   * The price of a level, quote currency.
   *
   * @param index from 0
   * @return the price with the pair's decimals
   * @throws IndexOutOfBoundsException if there is no such level
   */
  BigDecimal price(int index);

  /**
   * The quantity of a level, base currency.
   *
   * @param index from 0
   * @return the quantity with the pair's decimals; zero in a list of changes means that the level
   *     went away
   * @throws IndexOutOfBoundsException if there is no such level
   */
  BigDecimal quantity(int index);

  /**
   * A level as a value to keep.
   *
   * @param index from 0
   * @return the level
   * @throws IndexOutOfBoundsException if there is no such level
   */
  default BookLevel level(int index) {
    return new BookLevel(price(index), quantity(index));
  }

  /**
   * All levels as values to keep.
   *
   * @return an immutable copy, in this order
   */
  default List<BookLevel> toList() {
    List<BookLevel> levels = new ArrayList<>(size());
    for (int index = 0; index < size(); index++) {
      levels.add(level(index));
    }
    return List.copyOf(levels);
  }
}
