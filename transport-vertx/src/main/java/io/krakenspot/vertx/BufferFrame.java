package io.krakenspot.vertx;

import io.krakenspot.port.Frame;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** A frame over the buffer that Vert.x delivered; one per link, used again for each message. */
final class BufferFrame implements Frame {
  private static final Buffer NOTHING = Buffer.buffer(0);

  private Buffer buffer = NOTHING;

  BufferFrame over(Buffer message) {
    buffer = message;
    return this;
  }

  void clear() {
    buffer = NOTHING;
  }

  @Override
  public int length() {
    return buffer.length();
  }

  @Override
  public byte at(int position) {
    return buffer.getByte(position);
  }

  @Override
  public void copy(int position, byte[] target, int offset, int count) {
    buffer.getBytes(position, position + count, target, offset);
  }

  @Override
  public String text() {
    return buffer.toString(StandardCharsets.UTF_8);
  }
}
