package io.krakenspot.internal.session;

import io.krakenspot.port.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast one connection may subscribe and unsubscribe: so many frames, and so many counts of
 * level 3, in any second. Half as fast each time the exchange finds that too fast, down to one
 * frame a second; twice as fast again for every ten seconds in which it does not. Commands and
 * pings are not held.
 *
 * <p>Source: Kraken answers {@code Exceeded msg rate} above a limit that it does not publish; v2
 * "Level 3" page: 200 counts a second (500 for pro), and 5, 25 or 100 counts a pair by depth.
 */
final class RequestPace {
  /** A second, and some more for frames that catch up with each other on their way. */
  private static final long WINDOW_NANOS = Duration.ofMillis(1100).toNanos();

  /** Refusals that are closer together are about frames that were sent together. */
  private static final long BURST_NANOS = Duration.ofSeconds(1).toNanos();

  private static final long RECOVERY_NANOS = Duration.ofSeconds(10).toNanos();

  private final int mostFrames;
  private final int mostCounts;
  private final Deque<Sent> recent = new ArrayDeque<>();
  private int slowness = 1;
  private long slowedNanos;

  RequestPace(int mostFrames, int mostCounts) {
    this.mostFrames = mostFrames;
    this.mostCounts = mostCounts;
  }

  /** How many pairs of a topic one frame may name. */
  int pairs(Topic topic, int wanted) {
    int counts = counts(topic);
    return counts == 0 ? wanted : Math.max(1, Math.min(wanted, mostCounts / slowness / counts));
  }

  /** How long frames for so many pairs of a topic have to wait; zero if they may go now. */
  Duration left(long now, int frames, Topic topic, int pairs) {
    recover(now);
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
      if (frameSum <= framesNow() && countSum <= mostCounts / slowness) {
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

  /** The exchange found that it was asked too fast. */
  void slower(long now) {
    if (slowness > 1 && now - slowedNanos < BURST_NANOS) {
      return;
    }
    slowedNanos = now;
    if (framesNow() > 1) {
      slowness *= 2;
    }
  }

  private void recover(long now) {
    while (slowness > 1 && now - slowedNanos >= RECOVERY_NANOS) {
      slowness /= 2;
      slowedNanos += RECOVERY_NANOS;
    }
  }

  private int framesNow() {
    return Math.max(1, mostFrames / slowness);
  }

  /** Another connection has limits of its own. */
  void clear() {
    recent.clear();
    slowness = 1;
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
