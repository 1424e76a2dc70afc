package io.krakenspot.internal.session;

import io.krakenspot.order.Fill;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fills that were told, so that each is told once. Lives on the loop. */
final class FillRecords {
  /** How many past fills a snapshot holds at most (v1 and v2). */
  private static final int SNAPSHOT_SIZE = 50;

  private static final int KEPT = 20_000;

  private final Set<String> told =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > KEPT;
            }
          });
  private boolean begun;

  /** Whether a fill is news; it is not the next time. */
  boolean news(Fill fill) {
    return told.add(fill.id());
  }

  /**
   * The fills of a snapshot that happened while nobody was listening, oldest first; none the first
   * time, when everything in it is of the past.
   */
  Missed missed(List<Fill> snapshot) {
    boolean first = !begun;
    begun = true;
    boolean overlaps = snapshot.stream().anyMatch(fill -> told.contains(fill.id()));
    List<Fill> news = new ArrayList<>();
    for (Fill fill : snapshot) {
      if (news(fill) && !first) {
        news.add(fill);
      }
    }
    news.sort(Comparator.comparing(Fill::timestamp));
    boolean hole = !first && !overlaps && snapshot.size() >= SNAPSHOT_SIZE;
    return new Missed(news, hole ? news.get(0).timestamp() : null);
  }

  /**
   * What happened while nobody was listening.
   *
   * @param fills oldest first
   * @param holeBefore fills before this moment may be missing; null if none are
   */
  record Missed(List<Fill> fills, @Nullable Instant holeBefore) {}
}
