package io.krakenspot.failure;

import org.jspecify.annotations.Nullable;

/**
 * A frame, or the answer to a REST call, that cannot be understood. Nothing of it was applied. For
 * a frame, {@link #channel()} and {@link #symbol()} tell what it was about if it got that far.
 */
public final class MalformedFrameException extends KrakenException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String channel;
  private final @Nullable String symbol;

  /**
   * A malformed frame that may belong to a stream.
   *
   * @param message what is wrong and where
   * @param channel the topic's neutral name, for example {@code book}, or null if unknown
   * @param symbol the pair in its neutral form, for example {@code BTC/USD}, or null if unknown
   * @param cause what the parser said, or null
   */
  public MalformedFrameException(
      String message,
      @Nullable String channel,
      @Nullable String symbol,
      @Nullable Throwable cause) {
    super(message, cause);
    this.channel = channel;
    this.symbol = symbol;
  }

  /**
   * A malformed frame of an unknown stream.
   *
   * @param message what is wrong and where
   */
  public MalformedFrameException(String message) {
    this(message, null, null, null);
  }

  /**
   * The neutral name of the stream that the frame belongs to.
   *
   * @return for example {@code book}; null if the frame does not tell
   */
  public @Nullable String channel() {
    return channel;
  }

  /**
   * The pair that the frame is about.
   *
   * @return for example {@code BTC/USD}; null if the frame does not tell
   */
  public @Nullable String symbol() {
    return symbol;
  }
}
