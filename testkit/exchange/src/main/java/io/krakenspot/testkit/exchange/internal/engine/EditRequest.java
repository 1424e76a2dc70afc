package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new order in the place of an old one. What is null stays.
 *
 * @param order which, by its id or number
 * @param quantity new quantity, base currency
 * @param displayQuantity how much an iceberg shows
 * @param limitPrice new limit
 * @param trigger new trigger
 * @param userref number of the new order
 * @param postOnly of the new order
 * @param reduceOnly of the new order
 * @param feePreference of the new order
 * @param deadline after which it is refused
 * @param validateOnly checked but not done
 */
public record EditRequest(
    OrderRef order,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal displayQuantity,
    @Nullable OrderPrice limitPrice,
    @Nullable TriggerTerms trigger,
    @Nullable Long userref,
    boolean postOnly,
    boolean reduceOnly,
    @Nullable FeePreference feePreference,
    @Nullable Instant deadline,
    boolean validateOnly) {

  /**
   * A new quantity, limit, or both.
   *
   * @param order which
   * @param quantity base currency; null to leave it
   * @param limitPrice quote currency; null to leave it
   * @return the request
   */
  public static EditRequest of(
      OrderRef order, @Nullable BigDecimal quantity, @Nullable BigDecimal limitPrice) {
    OrderPrice limit = limitPrice == null ? null : OrderPrice.of(limitPrice);
    return new EditRequest(
        order, quantity, null, limit, null, null, false, false, null, null, false);
  }
}
