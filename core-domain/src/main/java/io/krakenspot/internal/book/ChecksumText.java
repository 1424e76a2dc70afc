package io.krakenspot.internal.book;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Digits that a checksum is made of: numbers without point and leading zeros, one after another.
 */
final class ChecksumText {
  private static final int MOST_DIGITS_OF_A_LONG = 20;

  private final byte[] reversed = new byte[MOST_DIGITS_OF_A_LONG];
  private byte[] bytes = new byte[2048];
  private int length;

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  /** Appends a number and so many zeros, which a number of zero does not have. */
  void number(long value, int zeros) {
    long rest = value;
    int digits = 0;
    while (rest != 0) {
      reversed[digits++] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    makeRoom(digits + zeros);
    while (digits > 0) {
      bytes[length++] = reversed[--digits];
    }
    for (int missing = value == 0 ? 0 : zeros; missing > 0; missing--) {
      bytes[length++] = '0';
    }
  }

  /** Appends a number that a {@code long} does not hold. */
  void number(BigDecimal value, int decimals) {
    byte[] digits =
        value.setScale(decimals).unscaledValue().toString().getBytes(StandardCharsets.US_ASCII);
    append(digits, 0, digits.length);
  }

  void append(byte[] digits, int from, int count) {
    makeRoom(count);
    System.arraycopy(digits, from, bytes, length, count);
    length += count;
  }

  /** Appends once more what stands between two places. */
  void repeat(int from, int to) {
    makeRoom(to - from);
    System.arraycopy(bytes, from, bytes, length, to - from);
    length += to - from;
  }

  /** Copies the digits, as many as there is room for; returns how many. */
  int copy(byte[] target, int at, int room) {
    int fitting = Math.min(length, room);
    System.arraycopy(bytes, 0, target, at, fitting);
    return fitting;
  }

  void addTo(CRC32 crc) {
    crc.update(bytes, 0, length);
  }

  private void makeRoom(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }
}
