package io.krakenspot.testkit.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a client hears. Called on the exchange's loop. */
public interface Peer {
  /**
   * A frame from the exchange.
   *
   * @param text the frame
   */
  void text(String text);

  /**
   * A binary frame from the exchange, which is a fault.
   *
   * @param bytes the frame; heard as text by clients without sockets
   */
  default void binary(byte[] bytes) {
    text(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /**
   * The exchange ended the connection; not called if the client did.
   *
   * @param ending how
   */
  void closed(Ending ending);

  /**
   * Nothing passes in either direction, control frames included.
   *
   * @param on whether it is so
   */
  default void halfOpen(boolean on) {}

  /**
   * Lets the bytes of what follows trickle.
   *
   * @param bytes at a time; zero for all at once
   * @param interval between two times
   * @return whether it does; if not, whole frames are late instead
   */
  default boolean drip(int bytes, Duration interval) {
    return false;
  }
}
