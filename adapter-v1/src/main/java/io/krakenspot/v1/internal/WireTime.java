package io.krakenspot.v1.internal;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;

/** v1's times, Unix seconds with six decimals: {@code 1714550000.123456}. */
final class WireTime {
  static final int DECIMALS = 6;
  private static final long SECOND = 1_000_000L;
  private static final long LATEST = 253_402_300_800L * SECOND;
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, SECOND};

  private WireTime() {}

  /** Microseconds since the epoch; further decimals are cut. */
  static long micros(WireNumber seconds) throws UnreadableException {
    long micros =
        seconds.wide() == null && seconds.scale() <= DECIMALS ? fast(seconds) : exact(seconds);
    if (micros < 0 || micros > LATEST) {
      throw new UnreadableException(seconds.decimal() + " is not a time in Unix seconds");
    }
    return micros;
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(micros / SECOND, (micros % SECOND) * 1_000);
  }

  private static long fast(WireNumber seconds) {
    long factor = POWERS[DECIMALS - seconds.scale()];
    boolean fits = seconds.unscaled() <= LATEST / factor;
    return fits ? seconds.unscaled() * factor : -1;
  }

  private static long exact(WireNumber seconds) {
    BigInteger micros =
        seconds.decimal().movePointRight(DECIMALS).setScale(0, RoundingMode.DOWN).unscaledValue();
    return micros.bitLength() < Long.SIZE ? micros.longValue() : -1;
  }
}
