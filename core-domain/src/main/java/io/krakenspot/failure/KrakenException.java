package io.krakenspot.failure;

import org.jspecify.annotations.Nullable;

/** The root of all failures that this library reports. */
public abstract sealed class KrakenException extends RuntimeException
    permits ConnectionFailedException,
        MalformedFrameException,
        NotSupportedException,
        SubscriptionRefusedException,
        TokenRefusedException {
  private static final long serialVersionUID = 1L;

  KrakenException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
