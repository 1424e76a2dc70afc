package io.krakenspot.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The benchmark measures right work, and the same work for all. */
class SameWorkTest {
  private static final String EVERYONE =
      """
      LIBRARY_V1, 10
      LIBRARY_V1, 1000
      TEXTBOOK_V1, 10
      TEXTBOOK_V1, 1000
      XCHANGE_V1, 10
      XCHANGE_V1, 1000
      LIBRARY_V2, 10
      LIBRARY_V2, 1000
      TEXTBOOK_V2, 10
      TEXTBOOK_V2, 1000
      LIBRARY_LEVEL3, 10
      LIBRARY_LEVEL3, 1000
      TEXTBOOK_LEVEL3, 10
      TEXTBOOK_LEVEL3, 1000
      """;

  @ParameterizedTest
  @CsvSource(textBlock = EVERYONE)
  void everyContenderVerifiesEveryFrameAndShowsTheSameTop(Contender contender, int depth) {
    FrameCycle cycle = contender.cycle(depth, BookUpdateBenchmark.SEED);
    BookFeed feed = contender.feed(depth);
    feed.frame(cycle.snapshot());
    for (int round = 1; round <= 2; round++) {
      List<Top> seen = new ArrayList<>();
      for (byte[] update : cycle.updates()) {
        feed.frame(update);
        seen.add(feed.top());
      }
      assertThat(seen).isEqualTo(cycle.tops());
      assertThat(feed.events()).isEqualTo(1L + round * cycle.updates().size());
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = EVERYONE)
  void everyContenderNoticesAWrongChecksum(Contender contender, int depth) {
    FrameCycle cycle = contender.cycle(depth, BookUpdateBenchmark.SEED);
    BookFeed feed = contender.feed(depth);
    feed.frame(cycle.snapshot());
    feed.frame(withAnotherChecksum(cycle.updates().get(0)));
    assertThat(feed.events()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "LIBRARY_V1, 10",
    "LIBRARY_V1, 1000",
    "LIBRARY_V2, 10",
    "LIBRARY_V2, 1000",
    "LIBRARY_LEVEL3, 10",
    "LIBRARY_LEVEL3, 1000"
  })
  void aCycleEndsWithTheBookItBeganWith(Contender contender, int depth) {
    FrameCycle cycle = contender.cycle(depth, BookUpdateBenchmark.SEED);
    assertThat(cycle.snapshotNow()).isEqualTo(text(cycle.snapshot()));
    assertThat(new HashSet<>(cycle.tops())).as("different best prices").hasSizeGreaterThan(10);
  }

  private static byte[] withAnotherChecksum(byte[] frame) {
    String changed = text(frame).replaceFirst("(\"c(?:hecksum)?\":\"?)\\d+", "$17");
    assertThat(changed).isNotEqualTo(text(frame));
    return changed.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] frame) {
    return new String(frame, StandardCharsets.UTF_8);
  }
}
