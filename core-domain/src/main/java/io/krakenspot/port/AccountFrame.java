package io.krakenspot.port;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One frame of an account feed.
 *
 * <p>Source: Kraken v2 {@code executions}, v1 {@code openOrders} and {@code ownTrades}.
 *
 * @param carrier the stream it came on
 * @param snapshot whether it holds what was before: all open orders, the last fills, or both
 * @param sequence rises by one with each frame of the subscription
 * @param reports in the frame's order; may be empty
 * @param rateCounts the exchange's own trading-rate counter by order id, where it told it
 */
public record AccountFrame(
    Topic carrier,
    boolean snapshot,
    long sequence,
    List<AccountReport> reports,
    Map<String, BigDecimal> rateCounts) {
  /** The {@link #sequence()} of a frame without one. */
  public static final long NO_SEQUENCE = -1;

  /** Keeps copies. */
  public AccountFrame {
    reports = List.copyOf(reports);
    rateCounts = Map.copyOf(rateCounts);
  }

  /**
   * A frame without rate counts.
   *
   * @param carrier the stream it came on
   * @param snapshot whether it holds what was before
   * @param sequence of the frame
   * @param reports its items
   * @return the frame
   */
  public static AccountFrame of(
      Topic carrier, boolean snapshot, long sequence, List<AccountReport> reports) {
    return new AccountFrame(carrier, snapshot, sequence, reports, Map.of());
  }
}
