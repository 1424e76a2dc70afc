package io.krakenspot.internal.session;

import io.krakenspot.client.LatencySummary;
import io.krakenspot.order.Latency;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** How long the last commands took. */
final class LatencyTally {
  private static final int KEPT = 1_024;

  private final Deque<Latency> last = new ArrayDeque<>();

  void add(Latency latency) {
    if (last.size() == KEPT) {
      last.removeFirst();
    }
    last.addLast(latency);
  }

  LatencySummary summary() {
    long[] totals = last.stream().mapToLong(one -> one.total().toNanos()).sorted().toArray();
    long[] exchange =
        last.stream()
            .map(Latency::exchange)
            .filter(Objects::nonNull)
            .mapToLong(Duration::toNanos)
            .sorted()
            .toArray();
    return new LatencySummary(
        totals.length,
        at(totals, 50),
        at(totals, 99),
        at(totals, 100),
        exchange.length == 0 ? null : at(exchange, 50),
        exchange.length == 0 ? null : at(exchange, 99));
  }

  private static Duration at(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return Duration.ZERO;
    }
    int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
    return Duration.ofNanos(sorted[Math.max(0, index)]);
  }
}
