package io.krakenspot.vertx.policy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The attempts that an exchange saw, in order of time. */
final class Attempted {
  private static final long WINDOW = Duration.ofMinutes(10).toNanos();

  private record Attempt(long nanos, URI uri) {}

  private final List<Attempt> all = new ArrayList<>();

  void add(long nanos, URI uri) {
    all.add(new Attempt(nanos, uri));
  }

  int count() {
    return all.size();
  }

  int mostInAnyTenMinutes() {
    int most = 0;
    for (int first = 0, last = 0; last < all.size(); last++) {
      while (all.get(last).nanos - all.get(first).nanos >= WINDOW) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  long between(Duration from, Duration to) {
    return times(from, to).size();
  }

  /** The shortest time between two attempts in a row. */
  Duration closest(Duration from, Duration to) {
    List<Long> times = times(from, to);
    long closest = Long.MAX_VALUE;
    for (int i = 1; i < times.size(); i++) {
      closest = Math.min(closest, times.get(i) - times.get(i - 1));
    }
    return Duration.ofNanos(closest);
  }

  private List<Long> times(Duration from, Duration to) {
    return all.stream()
        .map(Attempt::nanos)
        .filter(at -> at >= from.toNanos() && at < to.toNanos())
        .toList();
  }
}
