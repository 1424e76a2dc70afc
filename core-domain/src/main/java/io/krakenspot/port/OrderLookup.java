package io.krakenspot.port;

import io.krakenspot.order.Order;
import io.krakenspot.order.OrderKey;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The exchange's records of past and present orders, asked when the feed cannot tell what became of
 * one.
 *
 * <p>Source: Kraken REST {@code OpenOrders}, {@code ClosedOrders}, {@code QueryOrders}.
 */
@FunctionalInterface
public interface OrderLookup {
  /**
   * Looks orders up, open or ended.
   *
   * @param key an id, a client order id or a user reference
   * @return every order so named that the exchange still lists, of ended ones the newest fifty,
   *     newest first; empty if there is none. Fails with a {@link
   *     io.krakenspot.failure.KrakenException} if it cannot be asked. Completes on any thread
   */
  CompletionStage<List<Order>> find(OrderKey key);
}
