package io.krakenspot.testkit.contract;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What happened in runs of chance: that every fault was there, and every kind of ending. */
final class FateTally {
  private final Map<String, Integer> faults = new TreeMap<>();
  private final Map<String, Integer> endings = new TreeMap<>();
  private int commands;
  private final Map<String, Integer> undecided = new TreeMap<>();

  FateTally() {
    for (FateFault fault : FateFault.values()) {
      faults.put(fault.name(), 0);
    }
    for (String ending :
        Set.of(
            "answered",
            "refused",
            "not sent",
            "settled: took effect",
            "settled: no effect",
            "settled by a late answer")) {
      endings.put(ending, 0);
    }
  }

  void fault(FateFault fault) {
    faults.merge(fault.name(), 1, Integer::sum);
  }

  void ended(String how) {
    commands++;
    endings.merge(how, 1, Integer::sum);
  }

  void undecidable(String kind) {
    commands++;
    undecided.merge(kind, 1, Integer::sum);
  }

  /** The kinds of commands that nothing could decide, with how many there were. */
  Map<String, Integer> undecided() {
    return undecided;
  }

  Set<String> missing() {
    Set<String> missing = new TreeSet<>();
    faults.forEach((fault, count) -> note(fault, count, missing));
    endings.forEach((ending, count) -> note(ending, count, missing));
    return missing;
  }

  private static void note(String what, int count, Set<String> missing) {
    if (count == 0) {
      missing.add(what);
    }
  }

  @Override
  public String toString() {
    return commands + " commands, " + endings + ", undecided " + undecided + ", faults " + faults;
  }
}
