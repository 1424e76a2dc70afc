package io.krakenspot.v2.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Month;
import java.time.Year;

/**
 * A time read from characters such as {@code 2026-03-02T10:00:03.000417Z}, refilled for each. The
 * usual form is read by a loop that allocates nothing, any other of RFC 3339 by {@link Instant}.
 */
final class WireTime {
  private static final int DATE_AND_TIME = "2026-03-02T10:00:03".length();
  private static final int MOST_FRACTION_DIGITS = 9;

  private long epochSecond;
  private int nanos;

  /**
   * Reads a time.
   *
   * @throws java.time.format.DateTimeParseException if it is none
   */
  void read(char[] text, int offset, int length) {
    if (!readUsual(text, offset, length)) {
      Instant instant = Instant.parse(new String(text, offset, length));
      epochSecond = instant.getEpochSecond();
      nanos = instant.getNano();
    }
  }

  private boolean readUsual(char[] text, int at, int length) {
    return length > DATE_AND_TIME
        && text[at + 4] == '-'
        && text[at + 7] == '-'
        && text[at + 10] == 'T'
        && text[at + 13] == ':'
        && text[at + 16] == ':'
        && text[at + length - 1] == 'Z'
        && readSeconds(text, at)
        && readFraction(text, at + DATE_AND_TIME, at + length - 1);
  }

  private boolean readSeconds(char[] text, int at) {
    int year = digits(text, at, 4);
    int month = digits(text, at + 5, 2);
    int day = digits(text, at + 8, 2);
    int hour = digits(text, at + 11, 2);
    int minute = digits(text, at + 14, 2);
    int second = digits(text, at + 17, 2);
    epochSecond = epochDay(year, month, day) * 86_400L + hour * 3_600L + minute * 60L + second;
    return isDate(year, month, day)
        && isWithin(hour, 23)
        && isWithin(minute, 59)
        && isWithin(second, 59);
  }

  private static boolean isDate(int year, int month, int day) {
    return year >= 0
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= Month.of(month).length(Year.isLeap(year));
  }

  private static boolean isWithin(int value, int greatest) {
    return value >= 0 && value <= greatest;
  }

  private boolean readFraction(char[] text, int start, int end) {
    nanos = 0;
    int count = end - start - 1;
    if (count < 0) {
      return true;
    }
    int value = count > MOST_FRACTION_DIGITS ? -1 : digits(text, start + 1, count);
    for (int digit = count; digit < MOST_FRACTION_DIGITS; digit++) {
      value *= 10;
    }
    nanos = value;
    return text[start] == '.' && count > 0 && value >= 0;
  }

  /** The number that some digits make, or -1 if they are not all digits. */
  private static int digits(char[] text, int start, int count) {
    int value = 0;
    for (int at = start; at < start + count; at++) {
      if (text[at] < '0' || text[at] > '9') {
        return -1;
      }
      value = value * 10 + (text[at] - '0');
    }
    return value;
  }

  /** Days since 1970-01-01, counted in years that begin in March. */
  private static long epochDay(int year, int month, int day) {
    long shifted = month > 2 ? year : year - 1L;
    long era = Math.floorDiv(shifted, 400L);
    long yearOfEra = shifted - era * 400;
    long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
  }

  /** Microseconds since the epoch, cut. */
  long epochMicros() {
    return epochSecond * 1_000_000 + nanos / 1_000;
  }

  /**
   * Nanoseconds since the epoch.
   *
   * @throws DateTimeException if the time is not within some 292 years of it
   */
  long epochNanos() {
    try {
      return Math.addExact(Math.multiplyExact(epochSecond, 1_000_000_000L), nanos);
    } catch (ArithmeticException e) {
      throw new DateTimeException("a time beyond the nanoseconds of 64 bits", e);
    }
  }

  /** The time with all its digits. */
  Instant instant() {
    return Instant.ofEpochSecond(epochSecond, nanos);
  }
}
