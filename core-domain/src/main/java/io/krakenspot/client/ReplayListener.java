package io.krakenspot.client;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.market.Book;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Spread;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.order.Fill;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.CommandAnswer;

/** Hears what recorded frames say. Called during {@link Replay#frame}. */
public interface ReplayListener {
  /**
   * A book frame was applied, or withheld the book.
   *
   * @param book a live view; its {@link Book#verification()} says what the checksum said, its
   *     levels are shown only if it is live
   */
  default void onBook(Book book) {}

  /**
   * A book update that cannot be applied, because no snapshot came before it or the book is
   * withheld.
   *
   * @param book a live view without levels
   */
  default void onBookIgnored(Book book) {}

  /**
   * A frame of a book of individual orders was applied, or withheld the book.
   *
   * @param book a live view; its {@link Level3Book#verification()} says what the checksum said, its
   *     orders are shown only if it is live
   */
  default void onLevel3(Level3Book book) {}

  /**
   * An update of a book of individual orders that cannot be applied, because no snapshot came
   * before it or the book is withheld.
   *
   * @param book a live view without orders
   */
  default void onLevel3Ignored(Level3Book book) {}

  /**
   * A ticker.
   *
   * @param ticker the ticker
   */
  default void onTicker(Ticker ticker) {}

  /**
   * A best bid and offer.
   *
   * @param spread the quotes
   */
  default void onSpread(Spread spread) {}

  /**
   * A trade.
   *
   * @param trade the trade
   * @param snapshot whether it happened before the subscription
   */
  default void onTrade(Trade trade, boolean snapshot) {}

  /**
   * A candle.
   *
   * @param candle the candle
   * @param snapshot whether it belongs to the history
   */
  default void onCandle(Candle candle, boolean snapshot) {}

  /**
   * Reference data.
   *
   * @param instruments assets and pairs
   */
  default void onInstruments(Instruments instruments) {}

  /**
   * A change of an order of the account, put together from all that the recording told of it.
   *
   * @param update the order as it stands
   */
  default void onOrder(OrderUpdate update) {}

  /**
   * A report of an order that the recording has already seen end; it changes nothing.
   *
   * @param orderId which, for example {@code OQCLML-BW3P3-BUCMWZ}
   */
  default void onOrderIgnored(String orderId) {}

  /**
   * A fill of an order of the account.
   *
   * @param fill the fill
   * @param snapshot whether it happened before the subscription
   */
  default void onFill(Fill fill, boolean snapshot) {}

  /**
   * Balances of the account, or a change of one.
   *
   * @param event which
   */
  default void onBalance(BalanceEvent event) {}

  /**
   * The answer to a command.
   *
   * @param answer the answer
   */
  default void onAnswer(CommandAnswer answer) {}

  /**
   * The engine's state.
   *
   * @param status the state
   */
  default void onStatus(SystemStatus status) {}

  /** A heartbeat. */
  default void onHeartbeat() {}

  /** A pong. */
  default void onPong() {}

  /**
   * The answer to a subscription.
   *
   * @param acknowledgement the answer
   */
  default void onAcknowledgement(Acknowledgement acknowledgement) {}

  /**
   * An error of no subscription.
   *
   * @param text Kraken's own words
   */
  default void onError(String text) {}

  /**
   * A message of an unknown kind.
   *
   * @param kind what it calls itself
   * @param text the message
   */
  default void onUnrecognised(String kind, String text) {}
}
