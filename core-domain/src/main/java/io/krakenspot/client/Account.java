package io.krakenspot.client;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.order.Fill;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderUpdate;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The account's own streams. Each method returns at once and dials the account's host if need be;
 * each throws {@link io.krakenspot.failure.NotSupportedException}, before anything is sent, if the
 * client's version lacks the stream.
 *
 * <p>Orders are told as they stand, put together from all that was heard; a field that was known is
 * never lost. After a reconnect every open order is told again, orders that ended meanwhile are
 * told with {@link OrderUpdate.Kind#ENDED_UNHEARD}, and every fill is told once.
 *
 * <p>Source: Kraken v2 {@code executions} and {@code balances}, v1 {@code openOrders} and {@code
 * ownTrades}.
 */
public interface Account {
  /**
   * The same, with listeners called on an executor, one event at a time; events queue to a bound
   * and then report a {@link SubscriptionEvent.Kind#GAP} that says how many were dropped. Once the
   * listener of orders has caught up after a gap, it hears every open order again as {@link
   * OrderUpdate.Kind#SNAPSHOT}, orders that it believes open and that have ended as {@link
   * OrderUpdate.Kind#ENDED_UNHEARD}, and then {@link SubscriptionEvent.Kind#RESTORED_WITHOUT_LOSS};
   * the listener of balances hears all balances again. Dropped fills are not told again.
   *
   * @param executor runs the listeners; may block
   * @return a view
   */
  Account on(Executor executor);

  /**
   * The same as publishers with demand, with this view's executor.
   *
   * @return to publish with
   */
  AccountPublisher publish();

  /**
   * Changes of orders: first each open order, then each change.
   *
   * @param listener hears them
   * @return the subscription
   */
  Subscription orders(Listener<? super OrderUpdate> listener);

  /**
   * Fills from now on, each once, also those that happen while the link is down.
   *
   * @param listener hears them
   * @return the subscription
   */
  Subscription fills(Listener<? super Fill> listener);

  /**
   * Balances: first all, then each change; v2 only.
   *
   * @param listener hears them
   * @return the subscription
   */
  Subscription balances(Listener<? super BalanceEvent> listener);

  /**
   * Dials the account's host now and waits until its orders are known. Dials anew if the account
   * was given up, because its link or its token was refused for good; until this or a subscription
   * does so, commands are not sent.
   *
   * @return completes on the loop when the first snapshot of orders and fills has come; fails with
   *     {@link io.krakenspot.failure.ConnectionFailedException} if it never will
   */
  CompletionStage<Void> connect();

  /**
   * The orders that are open now, as far as the feed has told.
   *
   * @return completes on the loop; empty before {@link #connect} completes
   */
  CompletionStage<List<Order>> openOrders();
}
