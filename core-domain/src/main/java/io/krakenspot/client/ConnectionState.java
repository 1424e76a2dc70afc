package io.krakenspot.client;

/**
 * How the connection stands.
 *
 * <pre>
 * IDLE -> CONNECTING -> READY
 * CONNECTING, READY -> WAITING -> CONNECTING    lost or refused; the next attempt has its time
 * any -> CLOSED                                 closed by the user, or the exchange refuses for good
 * </pre>
 */
public enum ConnectionState {
  /** Nothing was asked for yet. */
  IDLE,
  /** An attempt is being made. */
  CONNECTING,
  /** The link stands. */
  READY,
  /** The next attempt has to wait. */
  WAITING,
  /** Over; what is asked for next is carried by another link, unless the user closed the client. */
  CLOSED
}
