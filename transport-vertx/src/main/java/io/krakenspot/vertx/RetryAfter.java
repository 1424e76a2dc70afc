package io.krakenspot.vertx;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The HTTP header {@code Retry-After}: seconds, or a date. Source: RFC 9110, 10.2.3. */
final class RetryAfter {
  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /** Returns how long to wait from now; null if the header is absent or not understood. */
  static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String value = header.strip();
    boolean number = value.length() <= MOST_DIGITS && value.matches("[0-9]+");
    return number ? Duration.ofSeconds(Integer.parseInt(value)) : until(value, now);
  }

  private static @Nullable Duration until(String date, Instant now) {
    try {
      Instant at = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
