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

  /** Cuts the connection without a word: what was sent before arrives, nothing after it does. */
  void cut();
}
