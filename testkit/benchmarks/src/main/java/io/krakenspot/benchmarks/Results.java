package io.krakenspot.benchmarks;

import io.krakenspot.benchmarks.Measured.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What all rounds gave, as a table. */
final class Results {
  private static final double NOTHING = 0.5;
  private static final String HEAD =
      """
      | who | depth | CPU ns | clock ns | B | times the library | asked |
      | --- | --- | --- | --- | --- | --- | --- |
      """;

  private final Map<Case, List<Measured>> rounds = new LinkedHashMap<>();

  void add(Case measuredCase, Measured measured) {
    rounds.computeIfAbsent(measuredCase, any -> new ArrayList<>()).add(measured);
  }

  String table() {
    StringBuilder table = new StringBuilder(HEAD);
    rounds.keySet().forEach(each -> table.append(row(each)));
    return table.toString();
  }

  private String row(Case of) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s | %.0f | %s | %s |%n",
        of.contender().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        of.depth(),
        across(of, Measured::cpu),
        across(of, Measured::clock),
        bytes(of),
        of.ours() ? "" : String.format(Locale.ROOT, "%.1f [%.1f]", ratio(of), bests(of)),
        verdict(of));
  }

  private String verdict(Case of) {
    if (of.ours()) {
      return "0 B: " + met(bytes(of) < NOTHING);
    }
    return of.target() == 0 ? "" : of.target() + " times: " + met(ratio(of) >= of.target());
  }

  private static String met(boolean met) {
    return met ? "met" : "missed";
  }

  private Spread across(Case of, Function<Measured, Spread> figure) {
    return Spread.across(measured(of).stream().map(figure).toList());
  }

  private double bytes(Case of) {
    return Spread.of(measured(of).stream().map(Measured::bytes).toList()).median();
  }

  /** The median of the ratios within each round: what slows the machine slows both. */
  private double ratio(Case of) {
    List<Measured> ours = measured(of.library());
    List<Measured> theirs = measured(of);
    return Spread.of(
            IntStream.range(0, theirs.size())
                .mapToObj(i -> theirs.get(i).cpu().median() / ours.get(i).cpu().median())
                .toList())
        .median();
  }

  private double bests(Case of) {
    return across(of, Measured::cpu).best() / across(of.library(), Measured::cpu).best();
  }

  private List<Measured> measured(Case of) {
    return rounds.getOrDefault(of, List.of());
  }
}
