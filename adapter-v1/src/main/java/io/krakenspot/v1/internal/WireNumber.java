package io.krakenspot.v1.internal;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A decimal as it stood on the wire, digits kept: {@code 30120.50000} is 3012050000 with scale 5.
 * Refilled for each number and free of allocation, but for the slow exact door that exponents and
 * numbers of more than 18 digits take.
 */
final class WireNumber {
  private static final int MOST_DIGITS = 18;
  private static final int MOST_EXPONENT = 40;
  private static final int LONGEST = 100;
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private long unscaled;
  private int scale;
  private @Nullable BigDecimal wide;

  void read(char[] text, int offset, int length) throws UnreadableException {
    wide = null;
    if (!readFast(text, offset, length)) {
      readExact(new String(text, offset, Math.min(length, LONGEST + 1)));
    }
  }

  /** Without the decimal point; meaningless if {@link #wide} is not null. */
  long unscaled() {
    return unscaled;
  }

  /** Decimals, from 0 to 18 unless wide. */
  int scale() {
    return scale;
  }

  /** A number that has more than 18 digits or decimals; null for all others. */
  @Nullable BigDecimal wide() {
    return wide;
  }

  BigDecimal decimal() {
    return wide == null ? BigDecimal.valueOf(unscaled, scale) : wide;
  }

  /** The number as a whole one; throws if it is none or does not fit. */
  long whole() {
    return wide == null && scale == 0 ? unscaled : decimal().longValueExact();
  }

  int signum() {
    return wide == null ? Long.signum(unscaled) : wide.signum();
  }

  private boolean readFast(char[] text, int offset, int length) {
    int end = offset + length;
    int start = length > 0 && text[offset] == '-' ? offset + 1 : offset;
    int point = -1;
    int digits = 0;
    long value = 0;
    for (int at = start; at < end; at++) {
      int digit = text[at] - '0';
      if (digit >= 0 && digit <= 9) {
        value = (value * 10) + digit;
        digits += digits > 0 || digit > 0 ? 1 : 0;
      } else if (text[at] == '.' && point < 0 && at > start && at + 1 < end) {
        point = at;
      } else {
        return false;
      }
    }
    unscaled = start > offset ? -value : value;
    scale = point < 0 ? 0 : end - point - 1;
    return start < end && digits <= MOST_DIGITS && scale <= MOST_DIGITS;
  }

  private void readExact(String text) throws UnreadableException {
    if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
      throw new UnreadableException("'" + text + "' is not a number");
    }
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    requireSmall(e < 0 ? "0" : text.substring(e + 1), text);
    set(plain(new BigDecimal(text)));
  }

  private static void requireSmall(String exponent, String text) throws UnreadableException {
    if (exponent.length() > 4 || Math.abs(Integer.parseInt(exponent)) > MOST_EXPONENT) {
      throw new UnreadableException("the exponent of '" + text + "' is out of bounds");
    }
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private void set(BigDecimal value) {
    if (value.signum() == 0) {
      unscaled = 0;
      scale = Math.min(value.scale(), MOST_DIGITS);
    } else if (value.precision() <= MOST_DIGITS && value.scale() <= MOST_DIGITS) {
      unscaled = value.unscaledValue().longValueExact();
      scale = value.scale();
    } else {
      wide = value;
    }
  }
}
