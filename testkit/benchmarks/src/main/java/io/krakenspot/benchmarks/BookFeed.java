package io.krakenspot.benchmarks;

/**
 * A subscribed book of one contender: bytes of frames go in, a listener hears the book and looks at
 * both best prices.
 */
interface BookFeed {
  /**
   * Takes the next frame.
   *
   * @param bytes UTF-8 text, not kept
   */
  void frame(byte[] bytes);

  /**
   * How often the listener was called: once for each frame whose checksum held.
   *
   * @return calls so far
   */
  long events();

  /**
   * The best prices that the listener last looked at.
   *
   * @return the prices
   */
  Top top();
}
