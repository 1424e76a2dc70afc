package io.krakenspot.v2.internal;

import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import java.io.IOException;

/** A frame of a channel that this version of the library does not know. */
record Unrecognised(String channel) implements Message {
  @Override
  public void begin(WireReader in) {}

  @Override
  public void field(String name, WireReader in) throws IOException {
    in.skip();
  }

  @Override
  public void end(WireReader in) {}

  @Override
  public void report(Inbound inbound, Frame frame) {
    inbound.unrecognised(channel, frame);
  }
}
