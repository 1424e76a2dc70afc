package io.krakenspot.port;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a link ended.
 *
 * @param kind how it ended
 * @param code WebSocket close code or HTTP status, 0 if there is none
 * @param reason in words, without secrets
 * @param retryAfter how long the exchange asked to wait; null if it did not say
 */
public record LinkClosed(Kind kind, int code, String reason, @Nullable Duration retryAfter) {
  /** How a link ended. */
  public enum Kind {
    /** It never stood: name, TCP or TLS failed, or time ran out. */
    UNREACHABLE,
    /** The upgrade to WebSocket was refused; the code is the HTTP status. */
    REFUSED,
    /** It stood and was lost: closed by the exchange or cut. */
    LOST,
    /** It was closed from this side. */
    CLOSED
  }

  /**
   * A link that was closed from this side.
   *
   * @param reason in words
   * @return the cause
   */
  public static LinkClosed byUs(String reason) {
    return new LinkClosed(Kind.CLOSED, 1000, reason, null);
  }
}
