package io.krakenspot.port;

import java.nio.charset.StandardCharsets;

/**
 * One whole text frame as UTF-8 bytes, readable without a copy of the whole. Valid during the call
 * it is given to.
 */
public interface Frame {
  /**
   * The number of bytes.
   *
   * @return zero or more
   */
  int length();

  /**
   * One byte.
   *
   * @param position from 0, less than {@link #length()}
   * @return the byte
   */
  byte at(int position);

  /**
   * Copies bytes out of the frame.
   *
   * @param position first byte to copy, from 0
   * @param target receives the bytes
   * @param offset where in the target they start
   * @param count how many; {@code position + count} is at most {@link #length()}
   */
  void copy(int position, byte[] target, int offset, int count);

  /**
   * The frame as text; malformed UTF-8 shows as replacement characters.
   *
   * @return the text
   */
  default String text() {
    byte[] bytes = new byte[length()];
    copy(0, bytes, 0, bytes.length);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * A frame over an array, which must not change while the frame is in use.
   *
   * @param bytes UTF-8 text
   * @return the frame
   */
  static Frame of(byte[] bytes) {
    return new Frame() {
      @Override
      public int length() {
        return bytes.length;
      }

      @Override
      public byte at(int position) {
        return bytes[position];
      }

      @Override
      public void copy(int position, byte[] target, int offset, int count) {
        System.arraycopy(bytes, position, target, offset, count);
      }
    };
  }

  /**
   * A frame of some text.
   *
   * @param text the text
   * @return the frame
   */
  static Frame of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
