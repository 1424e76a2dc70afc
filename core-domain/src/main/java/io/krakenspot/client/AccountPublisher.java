package io.krakenspot.client;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderUpdate;
import java.util.concurrent.Flow;

/**
 * The account's own streams as publishers with demand; what {@link MarketDataPublisher} says of
 * subscriptions, demand, signals and threads holds here too. Each method throws at once what the
 * method of the same name in {@link Account} throws.
 */
public interface AccountPublisher {
  /**
   * Changes of orders: first each open order, then each change. After a {@link
   * SubscriptionEvent.Kind#GAP} from a full queue the open orders are told again, see {@link
   * Account#on}.
   *
   * @return publishes them
   */
  Flow.Publisher<StreamEvent<OrderUpdate>> orders();

  /**
   * Fills from now on, each once, also those that happen while the link is down.
   *
   * @return publishes them
   */
  Flow.Publisher<StreamEvent<Fill>> fills();

  /**
   * Balances: first all, then each change; v2 only.
   *
   * @return publishes them
   */
  Flow.Publisher<StreamEvent<BalanceEvent>> balances();
}
