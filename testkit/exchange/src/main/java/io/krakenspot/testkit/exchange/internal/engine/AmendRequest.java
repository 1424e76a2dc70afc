package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Changes to an order that keeps its id. What is null stays.
 *
 * @param order which, by either id
 * @param quantity new total, base currency
 * @param displayQuantity how much an iceberg shows
 * @param limitPrice new limit
 * @param triggerPrice new trigger
 * @param postOnly refused if the new limit would take
 * @param deadline after which it is refused
 */
public record AmendRequest(
    OrderRef order,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal displayQuantity,
    @Nullable OrderPrice limitPrice,
    @Nullable OrderPrice triggerPrice,
    boolean postOnly,
    @Nullable Instant deadline) {

  /**
   * A new quantity.
   *
   * @param order which
   * @param quantity new total, base currency
   * @return the request
   */
  public static AmendRequest quantity(OrderRef order, BigDecimal quantity) {
    return new AmendRequest(order, quantity, null, null, null, false, null);
  }

  /**
   * A new limit price.
   *
   * @param order which
   * @param price quote currency
   * @return the request
   */
  public static AmendRequest limitPrice(OrderRef order, BigDecimal price) {
    return new AmendRequest(order, null, null, OrderPrice.of(price), null, false, null);
  }

  boolean changesNothing() {
    return quantity == null
        && displayQuantity == null
        && limitPrice == null
        && triggerPrice == null;
  }
}
