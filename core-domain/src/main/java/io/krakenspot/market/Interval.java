package io.krakenspot.market;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The length of a candle, for example {@link #MINUTES_5}.
 *
 * <p>Source: Kraken {@code ohlc}, v1 and v2.
 */
public enum Interval {
  /** One minute. */
  MINUTES_1(1),
  /** Five minutes. */
  MINUTES_5(5),
  /** A quarter of an hour. */
  MINUTES_15(15),
  /** Half an hour. */
  MINUTES_30(30),
  /** One hour. */
  HOURS_1(60),
  /** Four hours. */
  HOURS_4(240),
  /** One day. */
  DAYS_1(1440),
  /** One week. */
  DAYS_7(10080),
  /** Fifteen days. */
  DAYS_15(21600);

  private final int minutes;

  Interval(int minutes) {
    this.minutes = minutes;
  }

  /**
   * The interval of so many minutes.
   *
   * @param minutes one of 1, 5, 15, 30, 60, 240, 1440, 10080, 21600
   * @return the interval
   * @throws IllegalArgumentException if Kraken has no candles of that length; the message lists
   *     those it has
   */
  public static Interval ofMinutes(int minutes) {
    for (Interval interval : values()) {
      if (interval.minutes == minutes) {
        return interval;
      }
    }
    throw new IllegalArgumentException(
        "no candles of "
            + minutes
            + " minutes; Kraken has "
            + Arrays.stream(values())
                .map(interval -> Integer.toString(interval.minutes))
                .collect(Collectors.joining(", ")));
  }

  /**
   * The length in minutes, for example 5.
   *
   * @return minutes
   */
  public int minutes() {
    return minutes;
  }

  /**
   * The length as a duration, for example {@code PT5M}.
   *
   * @return the duration
   */
  public Duration duration() {
    return Duration.ofMinutes(minutes);
  }
}
