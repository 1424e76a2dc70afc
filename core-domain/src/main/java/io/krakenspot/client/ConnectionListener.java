package io.krakenspot.client;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.SystemStatus;

/**
 * Hears what concerns the connection and not one subscription. Called on the loop; must not block.
 */
public interface ConnectionListener {
  /**
   * The connection changed.
   *
   * @param event the change
   */
  default void onConnection(ConnectionEvent event) {}

  /**
   * The exchange told the state of its trading engine.
   *
   * @param status the state
   */
  default void onStatus(SystemStatus status) {}

  /**
   * A frame could not be understood; it changed nothing.
   *
   * @param failure what is wrong with it
   */
  default void onMalformed(MalformedFrameException failure) {}

  /**
   * A well-formed message of a kind that this version of the library does not know.
   *
   * @param kind what it calls itself
   * @param text the message
   */
  default void onUnrecognised(String kind, String text) {}

  /**
   * The exchange reported an error that belongs to no subscription.
   *
   * @param text Kraken's own words
   */
  default void onError(String text) {}

  /**
   * Something the user should know and that is no failure, for example that the trading-rate
   * counter is nearly full, or that a listener is slow ({@link
   * KrakenClientBuilder#slowCallbackLimit}).
   *
   * @param text in words
   */
  default void onWarning(String text) {}

  /**
   * A listener threw; the others went on.
   *
   * @param failure what it threw
   */
  default void onListenerFailure(Throwable failure) {}
}
