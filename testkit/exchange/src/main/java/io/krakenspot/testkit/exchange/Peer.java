package io.krakenspot.testkit.exchange;

/** What a client hears. Called on the exchange's loop. */
public interface Peer {
  /**
   * A frame from the exchange.
   *
   * @param text the frame
   */
  void text(String text);

  /**
   * The exchange ended the connection; not called if the client did.
   *
   * @param abrupt whether it was cut without a word
   */
  void closed(boolean abrupt);
}
