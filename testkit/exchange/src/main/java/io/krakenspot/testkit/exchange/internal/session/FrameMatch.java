package io.krakenspot.testkit.exchange.internal.session;

import java.util.List;

/**
 * Knows the data of a channel, snapshots left out, by the text of a frame of either version.
 *
 * @param channel for example {@code book} or {@code executions}
 * @param names of a pair in both versions; empty for all pairs
 */
public record FrameMatch(String channel, List<String> names) {
  /**
   * Whether a frame is of this kind.
   *
   * @param frame its text
   * @return true if so
   */
  public boolean test(String frame) {
    boolean update = frame.startsWith("[") ? !v1Snapshot(frame) : frame.contains("\"update\"");
    return update && frame.contains("\"" + channel) && (names.isEmpty() || named(frame));
  }

  private static boolean v1Snapshot(String frame) {
    return frame.contains("\"as\":");
  }

  private boolean named(String frame) {
    return names.stream().anyMatch(name -> frame.contains("\"" + name + "\""));
  }
}
