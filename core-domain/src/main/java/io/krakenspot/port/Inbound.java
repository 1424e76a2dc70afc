package io.krakenspot.port;

import io.krakenspot.market.Candle;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Spread;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import org.jspecify.annotations.Nullable;

/**
 * Where a codec puts the facts of a frame: one method a fact. A frame may hold none, one or many. A
 * codec decodes the whole frame before it reports the first of them, so that a malformed frame
 * changes nothing.
 */
public interface Inbound {
  /**
   * The trading engine's state.
   *
   * @param status the state
   */
  void status(SystemStatus status);

  /** The exchange is alive and had nothing else to say. */
  void heartbeat();

  /**
   * The answer to a ping.
   *
   * @param requestId the ping's id, or {@link Acknowledgement#NO_REQUEST}
   * @param timing v2 only
   */
  void pong(long requestId, @Nullable ServerTiming timing);

  /**
   * The answer to a subscribe or unsubscribe request, for one pair.
   *
   * @param acknowledgement the answer
   */
  void acknowledged(Acknowledgement acknowledgement);

  /**
   * An error that belongs to no subscription, for example {@code Exceeded msg rate}.
   *
   * @param requestId the id that was sent, or {@link Acknowledgement#NO_REQUEST}
   * @param text Kraken's own words
   */
  void error(long requestId, String text);

  /**
   * A ticker.
   *
   * @param ticker the ticker
   */
  void ticker(Ticker ticker);

  /**
   * A best bid and offer.
   *
   * @param spread the quotes
   */
  void spread(Spread spread);

  /**
   * A trade.
   *
   * @param trade the trade
   * @param snapshot whether it happened before the subscription
   */
  void trade(Trade trade, boolean snapshot);

  /**
   * A candle as it stands.
   *
   * @param candle the candle
   * @param snapshot whether it belongs to the history sent at the start
   */
  void candle(Candle candle, boolean snapshot);

  /**
   * Reference data.
   *
   * @param instruments assets and pairs
   */
  void instruments(Instruments instruments);

  /**
   * A book snapshot or update.
   *
   * @param change the frame's levels; reused by the codec, valid during the call
   */
  void book(BookChange change);

  /**
   * A snapshot or an update of a book of individual orders.
   *
   * @param change the frame's orders; reused by the codec, valid during the call
   */
  void level3(Level3Change change);

  /**
   * News of orders and fills.
   *
   * @param frame the frame
   */
  void account(AccountFrame frame);

  /**
   * News of balances.
   *
   * @param frame the frame
   */
  void balances(BalanceFrame frame);

  /**
   * The answer to a trading command.
   *
   * @param answer the answer
   */
  void answered(CommandAnswer answer);

  /**
   * A frame that is well formed but of a kind this version of the library does not know.
   *
   * @param kind what it calls itself, for example a channel's name
   * @param frame the frame
   */
  void unrecognised(String kind, Frame frame);

  /**
   * Fields of a known message that this version of the library does not know; they were ignored.
   *
   * @param count how many in this frame
   */
  void unknownFields(int count);
}
