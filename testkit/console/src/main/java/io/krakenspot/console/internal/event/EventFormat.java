package io.krakenspot.console.internal.event;

import io.krakenspot.account.BalanceEvent;
import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.SubscriptionEvent;
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
import java.util.List;

/** How an event is written on a line. */
public interface EventFormat {
  /**
   * A book after a frame.
   *
   * @param book the book
   * @return its line
   */
  String book(Book book);

  /**
   * A trade.
   *
   * @param trade the trade
   * @param snapshot whether it is known to have happened before the subscription
   * @return its line
   */
  String trade(Trade trade, boolean snapshot);

  /**
   * A ticker.
   *
   * @param ticker the ticker
   * @return its line
   */
  String ticker(Ticker ticker);

  /**
   * A best bid and offer.
   *
   * @param spread the quotes
   * @return its line
   */
  String spread(Spread spread);

  /**
   * A candle.
   *
   * @param candle the candle
   * @param snapshot whether it is known to belong to the history
   * @return its line
   */
  String candle(Candle candle, boolean snapshot);

  /**
   * Reference data.
   *
   * @param instruments assets and pairs
   * @return a line each
   */
  List<String> instruments(Instruments instruments);

  /**
   * A book of individual orders after a frame.
   *
   * @param book the book
   * @return its line
   */
  String level3(Level3Book book);

  /**
   * A change of an order of the account.
   *
   * @param update the order as it stands
   * @return its line
   */
  String order(OrderUpdate update);

  /**
   * A fill of an order of the account.
   *
   * @param fill the fill
   * @param snapshot whether it is known to have happened before the subscription
   * @return its line
   */
  String fill(Fill fill, boolean snapshot);

  /**
   * Balances of the account.
   *
   * @param event all of them, or a change of one
   * @return a line each
   */
  List<String> balances(BalanceEvent event);

  /**
   * What became of a command.
   *
   * @param outcome its fate
   * @return its line
   */
  String fate(Outcome outcome);

  /**
   * The engine's state.
   *
   * @param status the state
   * @return its line
   */
  String status(SystemStatus status);

  /**
   * A change of the connection.
   *
   * @param event the change
   * @return its line
   */
  String connection(ConnectionEvent event);

  /**
   * Something that happened to a subscription.
   *
   * @param event what happened
   * @return its line
   */
  String subscription(SubscriptionEvent event);

  /**
   * A frame that could not be understood.
   *
   * @param detail what is wrong
   * @return its line
   */
  String malformed(String detail);

  /**
   * A message of an unknown kind.
   *
   * @param kind what it calls itself
   * @param text the message
   * @return its line
   */
  String unrecognised(String kind, String text);

  /**
   * An error of the exchange that belongs to no subscription.
   *
   * @param text Kraken's own words
   * @return its line
   */
  String error(String text);

  /**
   * Something that the library warns of.
   *
   * @param text in words
   * @return its line
   */
  String warning(String text);

  /**
   * Lines that were not written because the reader is too slow.
   *
   * @param lines how many
   * @return its line
   */
  String lost(long lines);
}
