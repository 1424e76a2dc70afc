package io.krakenspot.port;

/**
 * What a link tells: opened at most once, then frames, then closed exactly once and nothing after.
 * All calls come from the link's loop.
 */
public interface LinkListener {
  /** The connection stands; frames may be sent. */
  void opened();

  /**
   * A whole text frame arrived.
   *
   * @param frame valid during the call
   */
  void frame(Frame frame);

  /**
   * The link is over, or never came to be.
   *
   * @param cause why
   */
  void closed(LinkClosed cause);
}
