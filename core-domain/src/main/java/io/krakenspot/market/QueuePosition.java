package io.krakenspot.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands in the queue of its price level.
 *
 * @param side {@link Side#BUY} for a bid
 * @param price the level, quote currency
 * @param ordersAhead orders that trade before it; zero at the front
 * @param quantityAhead what those show, base currency
 * @param quantity what the order itself shows, base currency
 */
public record QueuePosition(
    Side side, BigDecimal price, int ordersAhead, BigDecimal quantityAhead, BigDecimal quantity) {
  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }
}
