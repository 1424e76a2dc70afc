package io.krakenspot.benchmarks;

import static java.util.Objects.requireNonNull;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * One case in one round.
 *
 * @param median nanoseconds an update, median of the iterations
 * @param best nanoseconds an update, fastest iteration
 * @param bytes allocated an update
 */
record Measured(double median, double best, double bytes) {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  static Measured of(RunResult result) {
    Statistics times = result.getPrimaryResult().getStatistics();
    return new Measured(
        times.getPercentile(50),
        times.getMin(),
        requireNonNull(result.getSecondaryResults().get(ALLOCATED)).getScore());
  }
}
