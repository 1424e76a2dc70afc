package io.krakenspot.v2.internal;

import io.krakenspot.port.Frame;
import io.krakenspot.port.Inbound;
import java.io.IOException;

/** A frame of a channel: {@code channel}, {@code type} and {@code data}. */
abstract class ChannelMessage implements Message {
  private final String channel;
  private boolean typed;
  private boolean snapshot;
  private boolean filled;

  ChannelMessage(String channel) {
    this.channel = channel;
  }

  final String channel() {
    return channel;
  }

  /** Whether it says what was before; known at the end. */
  final boolean snapshot() {
    return snapshot;
  }

  @Override
  public void begin(WireReader in) {
    in.about(channel);
    typed = false;
    filled = false;
  }

  @Override
  public void field(String name, WireReader in) throws IOException {
    switch (name) {
      case "channel" -> requireSame(in);
      case "type" -> type(in);
      case "data" -> {
        data(in);
        filled = true;
      }
      default -> in.unknown();
    }
  }

  private void requireSame(WireReader in) throws IOException {
    if (!in.is(channel)) {
      throw in.malformed("two channels in one frame");
    }
  }

  private void type(WireReader in) throws IOException {
    snapshot = in.is("snapshot");
    typed = snapshot || in.is("update");
    if (!typed) {
      throw in.malformed("type: expected snapshot or update");
    }
  }

  /** Reads the payload; replaces what an earlier one of the same frame said. */
  abstract void data(WireReader in) throws IOException;

  @Override
  public void end(WireReader in) {
    if (!typed || !filled) {
      throw in.malformed(typed ? "data is missing" : "type is missing");
    }
  }

  @Override
  public final void report(Inbound inbound, Frame frame) {
    report(inbound, snapshot);
  }

  abstract void report(Inbound inbound, boolean snapshot);
}
