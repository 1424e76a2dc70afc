package io.krakenspot.v2.internal;

import io.krakenspot.port.Frame;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The frames of a link as one stream without an end, so that one parser can live as long as the
 * link: it copies straight from the frame into the parser's buffer. Reading past the frame fails,
 * since the parser would take an end for the end of the link.
 */
final class FrameStream extends InputStream {
  private static final Frame NOTHING = Frame.of(new byte[0]);

  private Frame frame = NOTHING;
  private int position;
  private long servedBefore;

  /** Goes on with the next frame, or with the same one from its start. */
  void open(Frame next) {
    servedBefore += position;
    frame = next;
    position = 0;
  }

  /** Lets go of the frame; fails if there is more in it than white space. */
  void close(int unread) throws IOException {
    for (int at = position - unread; at < frame.length(); at++) {
      if (!isSpace(frame.at(at))) {
        throw new IOException("more text after the end of the object, at byte " + at);
      }
    }
    open(NOTHING);
  }

  /** Where in the frame a byte is, given its place in the stream. */
  long inFrame(long streamOffset) {
    return streamOffset - servedBefore;
  }

  /** The frame's length in bytes. */
  int length() {
    return frame.length();
  }

  @Override
  public int read() throws IOException {
    requireMore();
    return frame.at(position++) & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    requireMore();
    int some = Math.min(count, frame.length() - position);
    frame.copy(position, target, offset, some);
    position += some;
    return some;
  }

  private void requireMore() throws IOException {
    if (position == frame.length()) {
      throw new EOFException("the frame ends before its JSON does, after " + position + " bytes");
    }
  }

  private static boolean isSpace(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }
}
