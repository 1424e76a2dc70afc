package io.krakenspot.port;

/**
 * One connection: it opens once, ends once, and is never used again. All calls come from its loop.
 */
public interface Link {
  /**
   * Sends a text frame.
   *
   * @param text the text
   * @return whether it was handed to the socket; false once the link is closed or its outbound
   *     queue is full
   */
  boolean send(String text);

  /** Ends the link; {@link LinkListener#closed} follows if it has not been called yet. */
  void close();
}
