package io.krakenspot.v2.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number read from its characters, refilled for each: an unscaled {@code long} with its decimals,
 * or, if it has more than 18 digits, a {@link BigDecimal}. The digits stay those of the wire, zeros
 * at the end included.
 *
 * <p>Plain numbers are read by a loop that allocates nothing; exponents and long numbers by {@link
 * BigDecimal}.
 */
final class WireNumber {
  private static final int LONG_DIGITS = 18;
  private static final int MOST_CHARACTERS = 200;
  private static final int MOST_DECIMALS = 100;
  private static final int GREATEST_EXPONENT = 40;

  private boolean present;
  private long unscaled;
  private int scale;
  private @Nullable BigDecimal wide;

  /** Forgets the last number. */
  void clear() {
    present = false;
    wide = null;
  }

  /**
   * Reads a number.
   *
   * @throws NumberFormatException if it is none, or one beyond all reason
   */
  void read(char[] text, int offset, int length) {
    clear();
    if (length > MOST_CHARACTERS) {
      throw new NumberFormatException("a number of " + length + " characters");
    }
    if (!readPlain(text, offset, offset + length)) {
      readExactly(text, offset, length);
    }
    present = true;
  }

  private boolean readPlain(char[] text, int start, int end) {
    boolean negative = start < end && text[start] == '-';
    int first = negative ? start + 1 : start;
    int point = end;
    int digits = 0;
    long value = 0;
    for (int at = first; at < end; at++) {
      char c = text[at];
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        if (value != 0 && ++digits > LONG_DIGITS) {
          return false;
        }
      } else if (c == '.' && point == end && at > first) {
        point = at;
      } else {
        return false;
      }
    }
    unscaled = negative ? -value : value;
    scale = Math.max(0, end - point - 1);
    return first < end && point != end - 1 && scale <= MOST_DECIMALS;
  }

  /** The slow door: any number, exact. */
  void readExactly(char[] text, int offset, int length) {
    String all = new String(text, offset, length);
    int e = Math.max(all.indexOf('e'), all.indexOf('E'));
    BigDecimal exact =
        requireAscii(all, e < 0 ? length : e).scaleByPowerOfTen(e < 0 ? 0 : exponent(all, e + 1));
    exact = exact.scale() < 0 ? exact.setScale(0) : exact;
    if (exact.scale() > MOST_DECIMALS) {
      throw new NumberFormatException("'" + all + "' has more than 100 decimals");
    }
    boolean fits = exact.precision() <= LONG_DIGITS;
    wide = fits ? null : exact;
    unscaled = fits ? exact.unscaledValue().longValueExact() : 0;
    scale = exact.scale();
    present = true;
  }

  private static BigDecimal requireAscii(String all, int end) {
    for (int at = 0; at < all.length(); at++) {
      if ("0123456789.+-eE".indexOf(all.charAt(at)) < 0) {
        throw new NumberFormatException("'" + all + "' is not a number");
      }
    }
    try {
      return new BigDecimal(all.substring(0, end));
    } catch (NumberFormatException e) {
      throw new NumberFormatException("'" + all + "' is not a number");
    }
  }

  private static int exponent(String all, int start) {
    int exponent;
    try {
      exponent = Integer.parseInt(all, start, all.length(), 10);
    } catch (NumberFormatException e) {
      throw new NumberFormatException("'" + all + "' has no sensible exponent");
    }
    if (exponent > GREATEST_EXPONENT || exponent < -GREATEST_EXPONENT) {
      throw new NumberFormatException("'" + all + "' has an exponent beyond 40");
    }
    return exponent;
  }

  /** Whether a number was read since the last {@link #clear()}. */
  boolean isPresent() {
    return present;
  }

  /** The number without its decimal point; zero if it is {@link #wide()}. */
  long unscaled() {
    return unscaled;
  }

  /** Its decimals, zero or more. */
  int scale() {
    return scale;
  }

  /** The number itself if it has more than 18 digits, otherwise null. */
  @Nullable BigDecimal wide() {
    return wide;
  }

  /** -1, 0 or 1. */
  int signum() {
    return wide == null ? Long.signum(unscaled) : wide.signum();
  }

  /** The number with the decimals it came with. */
  BigDecimal decimal() {
    return wide == null ? BigDecimal.valueOf(unscaled, scale) : wide;
  }

  /**
   * The number as a whole one: {@code 500} of {@code 500} and of {@code 500.0}.
   *
   * @throws ArithmeticException if it has a fraction or does not fit
   */
  long whole() {
    return wide == null && scale == 0 ? unscaled : decimal().longValueExact();
  }
}
