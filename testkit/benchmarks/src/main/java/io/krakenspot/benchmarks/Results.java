package io.krakenspot.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What all rounds gave, as a table. */
final class Results {
  private static final double NOTHING = 0.5;

  private final Map<Case, List<Measured>> rounds = new LinkedHashMap<>();

  void add(Case measuredCase, Measured measured) {
    rounds.computeIfAbsent(measuredCase, any -> new ArrayList<>()).add(measured);
  }

  String table() {
    StringBuilder table =
        new StringBuilder(
            "| who | depth | ns: median [best] | B | times the library: median [of bests] | asked |\n");
    table.append("| --- | --- | --- | --- | --- | --- |\n");
    rounds.keySet().forEach(each -> table.append(row(each)));
    return table.toString();
  }

  private String row(Case of) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.0f [%.0f] | %.0f | %.1f [%.1f] | %s |%n",
        of.contender().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        of.depth(),
        median(of, Measured::median),
        best(of),
        median(of, Measured::bytes),
        ratio(of),
        best(of) / best(of.library()),
        verdict(of));
  }

  private String verdict(Case of) {
    if (of.target() == 0) {
      return "0 B: " + met(median(of, Measured::bytes) < NOTHING);
    }
    return of.target() + " times: " + met(ratio(of) >= of.target());
  }

  private static String met(boolean met) {
    return met ? "met" : "missed";
  }

  private double median(Case of, ToDoubleFunction<Measured> figure) {
    return median(measured(of).stream().mapToDouble(figure).toArray());
  }

  private double best(Case of) {
    return measured(of).stream().mapToDouble(Measured::best).min().orElse(Double.NaN);
  }

  /** The median of the ratios within each round: what slows the machine slows both. */
  private double ratio(Case of) {
    List<Measured> ours = measured(of.library());
    List<Measured> theirs = measured(of);
    double[] ratios = new double[theirs.size()];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = theirs.get(round).median() / ours.get(round).median();
    }
    return median(ratios);
  }

  private List<Measured> measured(Case of) {
    return rounds.getOrDefault(of, List.of());
  }

  private static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
