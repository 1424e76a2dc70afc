package io.krakenspot.testkit.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened in a run.
 *
 * @param seed where its chance began
 * @param length how long it was, by its own time
 * @param quietPoints how often clients and ledger were compared
 * @param reconnects links that were lost and stood again
 * @param faults how many there were, by name
 * @param commands given by all clients
 * @param fates how many commands ended so, for example {@code accepted}
 * @param fills told, each once
 * @param books shown, each compared with those that were published
 * @param trades told
 * @param mostAttempts to connect in any 600 s, all clients together
 * @param longestRecovery from the end of the last fault until all was as it should be
 * @param broken invariants, in words, each begins with its number, for example {@code I4}
 */
public record ChaosReport(
    long seed,
    Duration length,
    int quietPoints,
    int reconnects,
    Map<String, Integer> faults,
    int commands,
    Map<String, Integer> fates,
    int fills,
    long books,
    long trades,
    int mostAttempts,
    Duration longestRecovery,
    List<String> broken) {
  /** Keeps copies. */
  public ChaosReport {
    faults = Map.copyOf(faults);
    fates = Map.copyOf(fates);
    broken = List.copyOf(broken);
  }

  /** One line of figures. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "seed %d: %.1f min, %d quiet points, %d reconnects, %d faults %s, %d commands %s, %d fills,"
            + " %d books checked, %d trades, at most %d attempts in 600 s, recovered within %.1f s,"
            + " %d broken invariants",
        seed,
        length.toMillis() / 60_000.0,
        quietPoints,
        reconnects,
        total(faults),
        sorted(faults),
        commands,
        sorted(fates),
        fills,
        books,
        trades,
        mostAttempts,
        longestRecovery.toMillis() / 1_000.0,
        broken.size());
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> sorted(Map<String, Integer> counts) {
    return new TreeMap<>(counts);
  }
}
