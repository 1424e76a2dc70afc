package io.krakenspot.internal.book;

/** Powers of ten that fit a {@code long}. */
final class PowersOfTen {
  /** The largest exponent: ten to the 18th fits a {@code long}. */
  private static final int LARGEST = 18;

  private static final long[] POWERS = new long[LARGEST + 1];

  static {
    POWERS[0] = 1;
    for (int exponent = 1; exponent <= LARGEST; exponent++) {
      POWERS[exponent] = POWERS[exponent - 1] * 10;
    }
  }

  private PowersOfTen() {}

  /** {@code value * 10^exponent}, where that fits. */
  static long times(long value, int exponent) {
    return exponent == 0 || value == 0 ? value : value * POWERS[exponent];
  }

  /** Whether {@code value * 10^exponent} fits a {@code long}; neither may be negative. */
  static boolean fits(long value, int exponent) {
    return value == 0 || (exponent <= LARGEST && Long.MAX_VALUE / POWERS[exponent] >= value);
  }

  /** Whether each of the first values {@link #fits}. */
  static boolean allFit(long[] values, int count, int exponent) {
    for (int i = 0; i < count; i++) {
      if (!fits(values[i], exponent)) {
        return false;
      }
    }
    return true;
  }
}
