package io.krakenspot.v2.internal;

import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import java.io.IOException;

/** A frame of one kind: begins, takes the fields, ends and only then reports. */
interface Message {
  /** Starts a frame and forgets the last one of its kind. */
  void begin(WireReader in);

  /** Takes a field of the frame's object; the reader stands on its value. */
  void field(String name, WireReader in) throws IOException;

  /** Checks that nothing is missing. */
  void end(WireReader in);

  /** Reports the facts; they can all be trusted now. */
  void report(Inbound inbound, Frame frame);
}
