package io.krakenspot.testkit.exchange.internal.v2.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Timestamps of v2: RFC 3339 in UTC. */
public final class V2Time {
  private static final DateTimeFormatter SECONDS = digits(0);
  private static final DateTimeFormatter MICROS = digits(6);
  private static final DateTimeFormatter NANOS = digits(9);

  private V2Time() {}

  private static DateTimeFormatter digits(int count) {
    return new DateTimeFormatterBuilder().appendInstant(count).toFormatter();
  }

  /**
   * A time with whole seconds.
   *
   * @param time any
   * @return for example {@code 2026-03-02T10:04:30Z}
   */
  public static String seconds(Instant time) {
    return SECONDS.format(time);
  }

  /**
   * A time with microseconds.
   *
   * @param time any
   * @return for example {@code 2026-03-02T10:04:30.000001Z}
   */
  public static String micros(Instant time) {
    return MICROS.format(time);
  }

  /**
   * A time with nanoseconds.
   *
   * @param time any
   * @return for example {@code 2026-03-02T10:04:30.000000001Z}
   */
  public static String nanos(Instant time) {
    return NANOS.format(time);
  }

  /**
   * Reads a time.
   *
   * @param text RFC 3339
   * @return null if it is none
   */
  public static @Nullable Instant read(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
