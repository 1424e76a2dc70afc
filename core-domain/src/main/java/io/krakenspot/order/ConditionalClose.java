package io.krakenspot.order;

import org.jspecify.annotations.Nullable;

/**
 * The order that Kraken places on the opposite side for each fill, for example a stop-loss at 5 %
 * below.
 *
 * <p>Source: Kraken v1 {@code addOrder.close[...]}, v2 {@code add_order.conditional}, {@code
 * executions.contingent}.
 *
 * @param type its kind
 * @param trigger what it waits for; null for a kind without trigger
 * @param limit its limit price; null for a kind without one
 */
public record ConditionalClose(
    OrderType type, @Nullable OrderPrice trigger, @Nullable OrderPrice limit) {
  /**
   * Checks that the prices fit the kind.
   *
   * @throws IllegalArgumentException naming the field that is missing or too much
   */
  public ConditionalClose {
    Fields.require(
        type.limited() || type.triggered(),
        "conditional close: " + type + " cannot be a close order; use LIMIT or a triggered type");
    Fields.require(
        type != OrderType.ICEBERG, "conditional close: ICEBERG cannot be a close order; use LIMIT");
    Fields.fits("conditional close: trigger", trigger, type.triggered(), type);
    Fields.fits("conditional close: limit", limit, type.limited(), type);
  }
}
