package io.krakenspot.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link BookUpdateBenchmark} a few rounds and prints a table. Each case runs in a virtual
 * machine of its own, once a round.
 */
public final class BookBenchmarks {
  private static final List<Integer> DEPTHS = List.of(10, 1000);
  private static final int ROUNDS = 3;
  private static final String ALL = "all";

  private BookBenchmarks() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments the number of rounds, 3 unless given; then who runs, for example {@code
   *     LIBRARY_V2,LIBRARY_LEVEL3}, all unless given
   * @throws RunnerException if a case could not be run
   */
  public static void main(String[] arguments) throws RunnerException {
    int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
    List<Contender> contenders = contenders(arguments.length < 2 ? ALL : arguments[1]);
    Results results = new Results();
    for (int round = 1; round <= rounds; round++) {
      System.out.println("round " + round + " of " + rounds);
      for (int depth : DEPTHS) {
        for (Contender contender : contenders) {
          results.add(new Case(contender, depth), measure(contender, depth));
        }
      }
    }
    System.out.printf(
        "%nOne book update, bytes to listener: median [best]; Java %s, %d processors%n%n%s",
        System.getProperty("java.runtime.version"),
        Runtime.getRuntime().availableProcessors(),
        results.table());
  }

  private static List<Contender> contenders(String names) {
    return names.equals(ALL)
        ? List.of(Contender.values())
        : Arrays.stream(names.split(",")).map(Contender::valueOf).toList();
  }

  private static Measured measure(Contender contender, int depth) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(BookUpdateBenchmark.class.getName())
            .param("contender", contender.name())
            .param("depth", Integer.toString(depth))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> runs = new Runner(options).run();
    return Measured.of(runs.iterator().next());
  }
}
