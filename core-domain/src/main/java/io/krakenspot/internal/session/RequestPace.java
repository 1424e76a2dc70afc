package io.krakenspot.internal.session;

import io.krakenspot.port.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast one connection may subscribe and unsubscribe: so many frames, and so many counts of
 * level 3, in any second. Commands and pings are not held.
 *
 * <p>Source: Kraken answers {@code Exceeded msg rate} above a limit that it does not publish; v2
 * "Level 3" page: 200 counts a second (500 for pro), and 5, 25 or 100 counts a pair by depth.
 */
final class RequestPace {
  /** A second, and some more for frames that catch up with each other on their way. */
  private static final long WINDOW_NANOS = Duration.ofMillis(1100).toNanos();

  private final int mostFrames;
  private final int mostCounts;
  private final Deque<Sent> recent = new ArrayDeque<>();

  RequestPace(int mostFrames, int mostCounts) {
    this.mostFrames = mostFrames;
    this.mostCounts = mostCounts;
  }

  /** How many pairs of a topic one frame may name. */
  int pairs(Topic topic, int wanted) {
    int counts = counts(topic);
    return counts == 0 ? wanted : Math.max(1, Math.min(wanted, mostCounts / counts));
  }

  /** How long frames for so many pairs of a topic have to wait; zero if they may go now. */
  Duration left(long now, int frames, Topic topic, int pairs) {
    while (!recent.isEmpty() && now - recent.peekFirst().nanos >= WINDOW_NANOS) {
      recent.removeFirst();
    }
    int frameSum = frames;
    int countSum = counts(topic) * pairs;
    for (Sent sent : recent) {
      frameSum += sent.frames;
      countSum += sent.counts;
    }
    long left = 0;
    for (Sent oldest : recent) {
      if (frameSum <= mostFrames && countSum <= mostCounts) {
        break;
      }
      frameSum -= oldest.frames;
      countSum -= oldest.counts;
      left = WINDOW_NANOS - (now - oldest.nanos);
    }
    return Duration.ofNanos(left);
  }

  void sent(long now, int frames, Topic topic, int pairs) {
    recent.addLast(new Sent(now, frames, counts(topic) * pairs));
  }

  /** Another connection has limits of its own. */
  void clear() {
    recent.clear();
  }

  private static int counts(Topic topic) {
    if (!(topic instanceof Topic.Level3Topic level3)) {
      return 0;
    }
    return switch (level3.depth()) {
      case D10 -> 5;
      case D100 -> 25;
      case D1000 -> 100;
    };
  }

  private record Sent(long nanos, int frames, int counts) {}
}
