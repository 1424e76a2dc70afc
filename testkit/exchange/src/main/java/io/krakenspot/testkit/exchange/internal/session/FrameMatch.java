package io.krakenspot.testkit.exchange.internal.session;

import java.util.List;

/**
 * Knows the data of a channel by the text of a frame of either version. Snapshots are left out, but
 * for those of v1's account channels, which look like any other frame.
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
    boolean update = frame.startsWith("[") ? v1Update(frame) : v2Update(frame);
    return update && (names.isEmpty() || named(frame));
  }

  /** The channel's name follows the data, with the depth of a book. */
  private boolean v1Update(String frame) {
    boolean ofChannel = frame.contains("},\"" + channel) || frame.contains("],\"" + channel);
    return ofChannel && !frame.contains("\"as\":");
  }

  private boolean v2Update(String frame) {
    return frame.contains("\"channel\":\"" + channel + "\"") && frame.contains("\"update\"");
  }

  private boolean named(String frame) {
    return names.stream().anyMatch(name -> frame.contains("\"" + name + "\""));
  }
}
