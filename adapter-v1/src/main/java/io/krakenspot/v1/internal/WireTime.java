package io.krakenspot.v1.internal;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/**
 * v1's times: Unix seconds with six decimals, {@code 1714550000.123456}; RFC 3339 where commands
 * and their answers have one.
 */
final class WireTime {
  static final int DECIMALS = 6;
  private static final long SECOND = 1_000_000L;
  private static final long LATEST = 253_402_300_800L * SECOND;
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, SECOND};

  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

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

  /** {@code 2024-05-01T08:00:05.000Z}; null without a deadline. */
  static @Nullable String deadline(Instant now, @Nullable Duration deadline) {
    return deadline == null ? null : MILLISECONDS.format(now.plus(deadline));
  }

  /** Of {@code 2024-05-01T08:00:11Z}; null for none, which is also written {@code 0}. */
  static @Nullable Instant ofAnswer(@Nullable String text) throws UnreadableException {
    if (text == null || text.isEmpty() || text.equals("0")) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new UnreadableException("'" + text + "' is not a time");
    }
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
