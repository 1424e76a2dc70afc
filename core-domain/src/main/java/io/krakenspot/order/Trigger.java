package io.krakenspot.order;

/**
 * What an order waits for, for example the last trade at {@code 60000}.
 *
 * <p>Source: Kraken v2 {@code add_order.triggers}; v1 {@code addOrder.price}.
 *
 * @param price the trigger price; for trailing stops the positive distance from the peak, in
 *     percent or quote currency
 * @param reference the price that trips it
 */
public record Trigger(OrderPrice price, TriggerReference reference) {
  /**
   * Tripped by the last trade.
   *
   * @param price the trigger price
   * @return the trigger
   */
  public static Trigger at(OrderPrice price) {
    return new Trigger(price, TriggerReference.LAST);
  }
}
