package io.krakenspot.v2.internal;

import io.krakenspot.port.Inbound;
import java.io.IOException;

/** {@code heartbeat}, which says nothing but its name. */
final class HeartbeatDecoder extends ChannelMessage {
  HeartbeatDecoder() {
    super("heartbeat");
  }

  @Override
  void data(WireReader in) throws IOException {
    in.unknown();
  }

  @Override
  public void end(WireReader in) {}

  @Override
  void report(Inbound inbound, boolean snapshot) {
    inbound.heartbeat();
  }
}
