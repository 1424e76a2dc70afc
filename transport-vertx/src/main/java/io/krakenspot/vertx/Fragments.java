package io.krakenspot.vertx;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/** Makes whole messages of frames; nearly every message is one frame and passes untouched. */
final class Fragments {
  private @Nullable Buffer joined;

  /** Returns the message that this frame completes; null if more has to come. */
  @Nullable Buffer add(WebSocketFrame frame) {
    if (joined == null && frame.isFinal()) {
      return frame.binaryData();
    }
    Buffer message = joined == null ? Buffer.buffer() : joined;
    message.appendBuffer(frame.binaryData());
    joined = frame.isFinal() ? null : message;
    return frame.isFinal() ? message : null;
  }

  /** Bytes that wait for the rest of their message. */
  int length() {
    return joined == null ? 0 : joined.length();
  }

  void clear() {
    joined = null;
  }
}
