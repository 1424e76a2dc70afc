package io.krakenspot.client;

import io.krakenspot.market.Instruments;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.Amended;
import io.krakenspot.order.CancelCount;
import io.krakenspot.order.Cancelled;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.Edited;
import io.krakenspot.order.Fate;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.Placed;
import io.krakenspot.order.SwitchTimes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Commands of the account. Each completes with the one {@link Fate} it has, within a deadline (5 s
 * unless set), on the loop; the stages never fail. Wrong arguments throw {@link
 * IllegalArgumentException} and what the version lacks throws {@link
 * io.krakenspot.failure.NotSupportedException}, at once and before anything is sent.
 *
 * <p>The first command dials; until the account's orders are known for the first time commands
 * wait, within their deadline. Later, while the link is down, they are {@link Fate.NotSent} at
 * once: nothing is kept to be sent after a reconnect, and nothing is sent twice.
 *
 * <p>Cancels overtake commands that wait for the trading-rate counter ({@link
 * TradingRate.Policy#WAIT}) and withdraw those that would undo them, whose fate is then {@link
 * Fate.NotSent} for {@code WITHDRAWN}: a cancel of all withdraws every place, batch, amend and
 * edit; a cancel of an order withdraws its place, the batch it is in, its amends and its edits. The
 * cancel is sent all the same; of an order that was never placed the exchange says that it does not
 * know it.
 *
 * <p>Source: Kraken v1 and v2 trading requests.
 */
public interface Trading {
  /**
   * The same, with every order and every change checked against reference data before it is sent:
   * price steps, quantity steps, minimums and, for new orders, the status of the pair. Pairs that
   * the data does not list are not checked, and no amend that does not name its pair.
   *
   * @param instruments as {@link MarketData#instruments} tells them
   * @return a view whose {@code place}, {@code amend} and {@code edit} throw {@link
   *     IllegalArgumentException} naming the field
   */
  Trading checkedAgainst(Instruments instruments);

  /**
   * Places an order. An order without an id of its own gets a client order id, so that its fate can
   * be settled whatever happens; with a conditional close, which excludes one, a user reference.
   *
   * @param order what is to be placed
   * @return its fate
   */
  CompletionStage<Fate<Placed>> place(NewOrder order);

  /**
   * Places 2 to 15 orders of one pair with one request; v2 only.
   *
   * @param batch the orders
   * @return a fate each, in the order of the batch
   */
  CompletionStage<List<Fate<Placed>>> place(OrderBatch batch);

  /**
   * Changes an open order in place.
   *
   * @param change what is to change
   * @return its fate
   */
  CompletionStage<Fate<Amended>> amend(AmendOrder change);

  /**
   * Cancels an order and places another. Prefer {@link #amend}.
   *
   * @param change what is to change
   * @return its fate
   */
  CompletionStage<Fate<Edited>> edit(EditOrder change);

  /**
   * Cancels an order.
   *
   * @param order which; a user reference cancels all orders that have it
   * @return its fate; accepted means that the engine took the cancel, the order's last update comes
   *     on its own. Of the orders of a user reference some may be cancelled and others refused: see
   *     {@link Cancelled#refused}
   */
  CompletionStage<Fate<Cancelled>> cancel(OrderKey order);

  /**
   * Cancels several orders, each by a request of its own, since answers to a cancel of several
   * cannot be told apart.
   *
   * @param orders one or more
   * @return a fate each
   */
  CompletionStage<Map<OrderKey, Fate<Cancelled>>> cancel(Collection<OrderKey> orders);

  /**
   * Cancels 2 to 50 orders with one request; v2 only.
   *
   * @param orders which, without user references that name several
   * @return the fate of the request, with how many it cancelled
   */
  CompletionStage<Fate<CancelCount>> cancelBatch(Collection<OrderKey> orders);

  /**
   * Cancels all open orders of the account, whoever placed them.
   *
   * @return its fate, with how many it cancelled
   */
  CompletionStage<Fate<CancelCount>> cancelAll();

  /**
   * Sets the dead man's switch by hand: all orders of the account, whoever placed them, are
   * cancelled after a while unless it is set again. See {@link #deadMansSwitch} for one that renews
   * itself.
   *
   * @param timeout whole seconds, less than a day; zero switches it off
   * @return its fate, with the times the exchange told
   */
  CompletionStage<Fate<SwitchTimes>> cancelAllAfter(Duration timeout);

  /**
   * Starts a dead man's switch that is renewed three times a timeout while the account's feed is
   * healthy, and not when it is not. It concerns all orders of the account, whoever placed them. It
   * is switched off when the exchange announces maintenance, and set again afterwards. Closing the
   * client leaves it set: close the switch first if the orders are to stay.
   *
   * @param timeout whole seconds, 10 s to an hour; Kraken suggests 60 s
   * @param listener hears what becomes of it, on the loop; the first event is the warning
   * @return to stop it with
   */
  DeadMansSwitch deadMansSwitch(Duration timeout, Consumer<? super DeadMansSwitch.Event> listener);

  /**
   * How long commands took.
   *
   * @return of the last 1024 answered commands; completes on the loop
   */
  CompletionStage<LatencySummary> latency();
}
