package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decodes captured books; their index says how many checksums of each file hold. */
class DecodeFixturesTest {
  private static final Path FOLDER = Path.of(System.getProperty("krakenspot.fixtures", "none"));
  private static final Pattern ROW = Pattern.compile("\\| (v[12]/book/\\S+) \\|.*");
  private static final Pattern HOLD = Pattern.compile("(\\d+) of (\\d+) checksums verify");
  private static final Pattern TOTALS =
      Pattern.compile("verified (\\d+), mismatch (\\d+), .* malformed (\\d+), unrecognised (\\d+)");

  @BeforeEach
  void needsCapturedFrames() {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no captured frames here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void verifiesEveryChecksumThatHolds(String api) throws IOException {
    try (Stream<String> index = Files.lines(FOLDER.resolve("INDEX.md"))) {
      assertThat(index.filter(row -> row.startsWith("| " + api + "/book/")))
          .isNotEmpty()
          .allSatisfy(row -> decode(api, row));
    }
  }

  private static void decode(String api, String row) {
    Matcher file = ROW.matcher(row);
    assertThat(file.matches()).isTrue();
    Matcher hold = HOLD.matcher(row);
    boolean verifiable = hold.find();
    int expected = verifiable ? Integer.parseInt(hold.group(1)) : 0;
    int wrong = verifiable ? Integer.parseInt(hold.group(2)) - expected : 0;

    Run run = Run.of("decode", "--api", api, FOLDER.resolve(file.group(1)).toString());

    Matcher totals = TOTALS.matcher(run.err());
    assertThat(totals.find()).as(run.err()).isTrue();
    assertThat(totals.group(1)).as("verified of %s", row).isEqualTo(Integer.toString(expected));
    assertThat(totals.group(2)).as("mismatch of %s", row).isEqualTo(Integer.toString(wrong));
    assertThat(totals.group(3)).as("malformed of %s", row).isEqualTo("0");
    assertThat(totals.group(4)).as("unrecognised of %s", row).isEqualTo("0");
    assertThat(run.status()).isEqualTo(wrong == 0 ? 0 : 1);
  }
}
