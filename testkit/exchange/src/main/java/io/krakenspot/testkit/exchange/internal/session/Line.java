package io.krakenspot.testkit.exchange.internal.session;

/** The way from a session to its client. */
public interface Line {
  /**
   * Sends a frame.
   *
   * @param text the frame
   */
  void send(String text);

  /** Ends the connection in good order. */
  void hangUp();
}
