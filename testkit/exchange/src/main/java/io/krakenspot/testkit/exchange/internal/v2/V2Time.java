package io.krakenspot.testkit.exchange.internal.v2;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Timestamps of v2: RFC 3339 in UTC. */
final class V2Time {
  private static final DateTimeFormatter MICROS = digits(6);
  private static final DateTimeFormatter NANOS = digits(9);

  private V2Time() {}

  private static DateTimeFormatter digits(int count) {
    return new DateTimeFormatterBuilder().appendInstant(count).toFormatter();
  }

  static String micros(Instant time) {
    return MICROS.format(time);
  }

  static String nanos(Instant time) {
    return NANOS.format(time);
  }
}
