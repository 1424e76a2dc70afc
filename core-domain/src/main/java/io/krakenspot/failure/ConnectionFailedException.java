package io.krakenspot.failure;

import org.jspecify.annotations.Nullable;

/**
 * There is no connection and will be none, or an HTTP call failed. The message says why and what to
 * do.
 */
public final class ConnectionFailedException extends KrakenException {
  private static final long serialVersionUID = 1L;

  /**
   * A failure to connect.
   *
   * @param message why, and what to do
   * @param cause what lies behind it, or null
   */
  public ConnectionFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
