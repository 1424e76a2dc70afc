package io.krakenspot.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * One case in one round.
 *
 * @param cpu processor nanoseconds an update
 * @param clock nanoseconds an update on the clock
 * @param bytes allocated an update, by the iteration with least
 */
record Measured(Spread cpu, Spread clock, double bytes) {
  static Measured of(RunResult result) {
    Collection<IterationResult> iterations =
        result.getBenchmarkResults().iterator().next().getIterationResults();
    return new Measured(
        spread(iterations, each -> figure(each, "cpuNanos") / figure(each, "updates")),
        spread(iterations, each -> each.getPrimaryResult().getScore()),
        spread(iterations, each -> figure(each, "gc.alloc.rate.norm")).best());
  }

  private static Spread spread(
      Collection<IterationResult> iterations, ToDoubleFunction<IterationResult> figure) {
    return Spread.of(iterations.stream().mapToDouble(figure).boxed().toList());
  }

  private static double figure(IterationResult iteration, String name) {
    return requireNonNull(iteration.getSecondaryResults().get(name), name).getScore();
  }

  /**
   * Several measurements of the same.
   *
   * @param median the one in the middle
   * @param best the smallest
   */
  record Spread(double median, double best) {
    static Spread of(List<Double> figures) {
      List<Double> sorted = figures.stream().sorted().toList();
      int middle = sorted.size() / 2;
      double median =
          sorted.size() % 2 == 1
              ? sorted.get(middle)
              : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
      return new Spread(median, sorted.get(0));
    }

    /** The median of medians and the best of all. */
    static Spread across(List<Spread> spreads) {
      return new Spread(
          of(spreads.stream().map(Spread::median).toList()).median(),
          of(spreads.stream().map(Spread::best).toList()).best());
    }

    @Override
    public String toString() {
      return Math.round(median) + " [" + Math.round(best) + "]";
    }
  }
}
