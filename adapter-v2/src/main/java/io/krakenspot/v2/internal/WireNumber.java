package io.krakenspot.v2.internal;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final BigDecimal GREATEST_EXPONENT = BigDecimal.valueOf(40);
  private static final Pattern NUMBER =
      Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)(?:[eE]([+-]?[0-9]+))?");

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
    BigDecimal exact = exact(new String(text, offset, length));
    boolean fits = exact.precision() <= LONG_DIGITS;
    wide = fits ? null : exact;
    unscaled = fits ? exact.unscaledValue().longValueExact() : 0;
    scale = exact.scale();
    present = true;
  }

  private static BigDecimal exact(String text) {
    Matcher parts = NUMBER.matcher(text);
    if (!parts.matches()) {
      throw new NumberFormatException("'" + text + "' is not a number");
    }
    int exponent = parts.group(2) == null ? 0 : exponent(new BigDecimal(parts.group(2)));
    BigDecimal exact = new BigDecimal(parts.group(1)).scaleByPowerOfTen(exponent);
    if (exact.scale() > MOST_DECIMALS) {
      throw new NumberFormatException("'" + text + "' has more than 100 decimals");
    }
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  private static int exponent(BigDecimal exponent) {
    if (exponent.abs().compareTo(GREATEST_EXPONENT) > 0) {
      throw new NumberFormatException("an exponent beyond 40");
    }
    return exponent.intValueExact();
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

  /** Requires a number that can be a price: of 18 digits at most, above zero. */
  void requirePrice(String name, WireReader in) {
    String wrong = wrongPrice();
    if (wrong != null) {
      throw in.malformed(name + wrong);
    }
  }

  private @Nullable String wrongPrice() {
    if (!present) {
      return " is missing";
    } else if (wide != null) {
      return ": " + wide + " has more than 18 digits";
    }
    return unscaled > 0 ? null : ": " + decimal() + " is not above zero";
  }

  /** Requires a number that is not negative. */
  void requireQuantity(String name, WireReader in) {
    if (!present) {
      throw in.malformed(name + " is missing");
    } else if (signum() < 0) {
      throw in.malformed(name + ": " + decimal() + " is negative");
    }
  }
}
