package io.krakenspot.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A snapshot and a round of updates that ends with the book it began with, so that it can be played
 * for ever: the market's moves, then all of them undone in reverse.
 */
final class FrameCycle {
  private static final int MOVES = 1000;

  private final Script script;
  private final byte[] snapshot;
  private final List<byte[]> updates = new ArrayList<>();
  private final List<Top> tops = new ArrayList<>();

  FrameCycle(Script script) {
    this.script = script;
    this.snapshot = bytes(snapshotNow());
    runThereAndBack();
  }

  /** The first frame. */
  byte[] snapshot() {
    return snapshot;
  }

  /** The frames after it. */
  List<byte[]> updates() {
    return updates;
  }

  /** The best prices after each update. */
  List<Top> tops() {
    return tops;
  }

  /** A snapshot of the market as the cycle left it: the same as the first if all is well. */
  String snapshotNow() {
    return script.snapshot();
  }

  private void runThereAndBack() {
    Deque<Script.Step> undone = new ArrayDeque<>();
    for (int i = 0; i < MOVES; i++) {
      Script.Step step = script.next();
      make(step);
      undone.push(step.undone());
    }
    undone.forEach(this::make);
  }

  private void make(Script.Step step) {
    updates.add(bytes(step.make(updates.size())));
    tops.add(script.top());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
