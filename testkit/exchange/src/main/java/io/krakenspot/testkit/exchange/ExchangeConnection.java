package io.krakenspot.testkit.exchange;

/** One client's connection to the exchange. Safe for any thread; work is done on the loop. */
public interface ExchangeConnection {
  /**
   * The client sends a frame.
   *
   * @param text the frame
   */
  void receive(String text);

  /** Ends the connection in good order, as a client does. Idempotent. */
  void close();

  /** Cuts the connection without a word. Idempotent. */
  void drop();

  /**
   * Makes the exchange say nothing on this connection, though it still listens.
   *
   * @param on whether it is mute
   */
  void mute(boolean on);

  /**
   * Makes the connection half-open: it stays, but nothing passes in either direction, ever again
   * unless it is switched off.
   *
   * @param on whether it is half-open
   */
  void halfOpen(boolean on);

  /**
   * Where the client connected.
   *
   * @return the path
   */
  Path path();
}
