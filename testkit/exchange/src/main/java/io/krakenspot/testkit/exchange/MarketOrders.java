package io.krakenspot.testkit.exchange;

import io.krakenspot.market.Level3Order;
import java.util.List;

/**
 * The orders at the best prices of a pair as they really are: levels best first, each in the order
 * of its queue.
 *
 * @param bids highest price first
 * @param asks lowest price first
 */
public record MarketOrders(List<List<Level3Order>> bids, List<List<Level3Order>> asks) {}
