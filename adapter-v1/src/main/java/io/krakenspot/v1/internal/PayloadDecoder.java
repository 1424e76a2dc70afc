package io.krakenspot.v1.internal;

import io.krakenspot.port.Inbound;
import java.io.IOException;

/** Decodes the payload of one channel: first all of a frame, then it reports. */
interface PayloadDecoder {
  /** Forgets the last frame. */
  void begin();

  /** Decodes a payload, an object or an array that the reader stands on, up to its end. */
  void payload(FrameReader in, Label label) throws IOException;

  /** All payloads were decoded; fails if they do not make a whole. */
  default void end() throws IOException {}

  /** Reports the frame's facts; only after all of the frame was read. */
  void report(Inbound inbound);

  /** How many payloads a frame may have. */
  default int mostPayloads() {
    return 1;
  }
}
