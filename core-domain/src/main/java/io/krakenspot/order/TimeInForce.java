package io.krakenspot.order;

/**
 * How long an order lives.
 *
 * <p>Source: Kraken v1 {@code timeinforce}, v2 {@code time_in_force}.
 */
public enum TimeInForce {
  /** Until cancelled ({@code gtc}). */
  GTC,
  /** Until a date ({@code gtd}), at most a month ahead. */
  GTD,
  /** What does not trade at once is cancelled ({@code ioc}). */
  IOC,
  /** All of it trades at once or none ({@code fok}); v2 only. */
  FOK,
  /** A value this version of the library does not know. */
  UNKNOWN
}
