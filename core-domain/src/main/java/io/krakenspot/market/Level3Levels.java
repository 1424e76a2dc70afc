package io.krakenspot.market;

import java.math.BigDecimal;
import java.util.List;

/**
 * One side of a {@link Level3Book}: price levels best first, each with its orders in the order in
 * which they trade. The quantity of a level is the sum of its orders.
 */
public interface Level3Levels extends Levels {
  /**
   * How many orders a level has.
   *
   * @param index the level, from 0
   * @return one or more
   * @throws IndexOutOfBoundsException if there is no such level
   */
  int orderCount(int index);

  /**
   * The orders of a level, front of the queue first, as values to keep.
   *
   * @param index the level, from 0
   * @return an immutable copy
   * @throws IndexOutOfBoundsException if there is no such level
   */
  List<Level3Order> orders(int index);

  /**
   * The sum of a level's orders, base currency.
   *
   * @param index from 0
   * @return the quantity with the pair's decimals
   * @throws IndexOutOfBoundsException if there is no such level
   */
  @Override
  BigDecimal quantity(int index);
}
