package io.krakenspot.v1.internal;

import io.krakenspot.port.Frame;
import java.io.IOException;
import java.io.InputStream;

/**
 * An endless stream that serves one frame after another, so that one parser lives as long as its
 * link. Throws where a value runs past its frame: the next frame never completes the last.
 */
final class FrameStream extends InputStream {
  private Frame frame = Frame.of("");
  private int position;

  void serve(Frame next) {
    frame = next;
    position = 0;
  }

  /** How many bytes of the frame were handed out. */
  int position() {
    return position;
  }

  /** Whether nothing but white space is left. */
  boolean onlySpaceLeft() {
    for (int at = position; at < frame.length(); at++) {
      if (!LabelTable.isSpace(frame.at(at))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    requireMore();
    return frame.at(position++) & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    requireMore();
    int count = Math.min(length, frame.length() - position);
    frame.copy(position, target, offset, count);
    position += count;
    return count;
  }

  private void requireMore() throws IOException {
    if (position >= frame.length()) {
      throw new UnreadableException("the frame ends too early");
    }
  }
}
