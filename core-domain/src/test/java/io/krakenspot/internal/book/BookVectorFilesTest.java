package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.krakenspot.internal.book.Keeper.Outcome;
import io.krakenspot.market.Depth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checksum vectors in files beside the captured frames, where there are any. */
class BookVectorFilesTest {
  /** Made up, with decimals that differ from level to level; the exchange writes a fixed number. */
  private static final String MIXED = "derived-integer-strings";

  @ParameterizedTest
  @CsvSource({"checksum-vectors.json, 8, 261", "checksum-vectors-v1.json, 11, 21"})
  void everyVectorHolds(String file, int books, int updates) throws IOException {
    Path path = Path.of(System.getProperty("krakenspot.fixtures", ""), "..", "protocol", file);
    assumeTrue(Files.isRegularFile(path), "no test vectors here");
    int checkedBooks = 0;
    int checkedUpdates = 0;
    for (Object each : list(map(Json.read(Files.readString(path))).get("vectors"))) {
      Map<String, Object> vector = map(each);
      String api = String.valueOf(vector.getOrDefault("api", "book_v1"));
      Object start = vector.getOrDefault("snapshot", vector.get("asks") == null ? null : vector);
      if (!api.startsWith("book") || start == null || MIXED.equals(vector.get("id"))) {
        continue;
      }
      checkedBooks++;
      checkedUpdates += check(vector, start);
    }
    assertThat(checkedBooks).isGreaterThanOrEqualTo(books);
    assertThat(checkedUpdates).isGreaterThanOrEqualTo(updates);
  }

  /** Plays a vector; returns how many updates it has. */
  private static int check(Map<String, Object> vector, Object start) {
    BookKeeper book = new BookKeeper(BookFrame.PAIR, Depth.D10);
    assertThat(book.apply(frame(BookFrame.snapshot(), start).change(), 0))
        .as("snapshot of %s", vector.get("id"))
        .isEqualTo(Outcome.APPLIED);
    List<Object> updates = list(vector.getOrDefault("updates", List.of()));
    for (Object update : updates) {
      assertThat(book.apply(frame(BookFrame.update(), update).change(), 0))
          .as("update %s of %s", update, vector.get("id"))
          .isEqualTo(Outcome.APPLIED);
    }
    return updates.size();
  }

  /** Reads the levels of a vector: as named in the file, or inside a v1 message. */
  private static BookFrame frame(BookFrame frame, Object levels) {
    if (levels instanceof List<?> message) {
      message.stream().filter(Map.class::isInstance).forEach(part -> frame(frame, part));
      return frame;
    }
    Map<String, Object> fields = map(levels);
    if (fields.containsKey("message")) {
      frame(frame, fields.get("message"));
    }
    fields.forEach((key, value) -> field(frame, key, value));
    return frame;
  }

  private static void field(BookFrame frame, String key, Object value) {
    switch (key) {
      case "asks", "as", "a" -> list(value).forEach(level -> frame.asks.add(level(level)));
      case "bids", "bs", "b" -> list(value).forEach(level -> frame.bids.add(level(level)));
      case "checksum", "c" -> frame.checksum(Long.parseLong(String.valueOf(value)));
      default -> {}
    }
  }

  private static String[] level(Object level) {
    return new String[] {String.valueOf(list(level).get(0)), String.valueOf(list(level).get(1))};
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }
}
