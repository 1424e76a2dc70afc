package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Decodes captured books, of levels and of orders; their index says how many checksums of each file
 * hold.
 */
class DecodeFixturesTest {
  private static final Path FOLDER = Path.of(System.getProperty("krakenspot.fixtures", "none"));
  private static final Pattern ROW = Pattern.compile("\\| (v[12]/(?:book|level3)/\\S+) \\|.*");
  private static final Pattern HOLD = Pattern.compile("(\\d+) of (\\d+) checksums verify");
  private static final Pattern TOTALS =
      Pattern.compile("verified (\\d+), mismatch (\\d+), .* malformed (\\d+), unrecognised (\\d+)");

  @BeforeEach
  void needsCapturedFrames() {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no captured frames here");
  }

  @ParameterizedTest
  @CsvSource({"v1,book", "v2,book", "v2,level3"})
  void verifiesEveryChecksumThatHolds(String api, String folder) throws IOException {
    try (Stream<String> index = Files.lines(FOLDER.resolve("INDEX.md"))) {
      assertThat(index.filter(row -> row.startsWith("| " + api + "/" + folder + "/")))
          .isNotEmpty()
          .allSatisfy(row -> decode(api, row));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "v1,openOrders,order",
    "v1,ownTrades,fill",
    "v1,addOrderStatus,answer",
    "v1,editOrderStatus,answer",
    "v1,cancelOrderStatus,answer",
    "v1,cancelAllStatus,answer",
    "v1,cancelAllOrdersAfterStatus,answer",
    "v1,addOrder,unrecognised",
    "v1,editOrder,unrecognised",
    "v1,cancelOrder,unrecognised",
    "v1,subscribe,unrecognised",
    "v2,subscribe,unrecognised",
    "v2,executions,order",
    "v2,balances,balance",
    "v2,level3,level3",
    "v2,add_order,answer",
    "v2,amend_order,answer",
    "v2,edit_order,answer",
    "v2,batch_add,answer",
    "v2,batch_cancel,answer",
    "v2,cancel_order,answer",
    "v2,cancel_all,answer",
    "v2,cancel_all_orders_after,answer"
  })
  void tellsWhatPrivateFramesSay(String api, String folder, String event) throws IOException {
    StringBuilder lines = new StringBuilder();
    try (Stream<Path> files = Files.list(FOLDER.resolve(api).resolve(folder))) {
      for (Path file : files.sorted().toList()) {
        Run run = Run.of("decode", "--api", api, file.toString());
        assertThat(run.err()).as(file.toString()).contains(" malformed 0");
        assertThat(run.lines()).as(file.toString()).isNotEmpty();
        lines.append(run.out());
      }
    }
    assertThat(lines.toString())
        .contains("{\"event\":\"" + event + "\"")
        .doesNotContainPattern("\\\\\"token\\\\\"\\s*:\\s*\\\\\"(?!hidden)");
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
    int unvouched = isUpdateWithoutChecksum(row, FOLDER.resolve(file.group(1))) ? 1 : 0;
    assertThat(totals.group(3)).as("malformed of %s", row).isEqualTo(Integer.toString(unvouched));
    assertThat(totals.group(4)).as("unrecognised of %s", row).isEqualTo("0");
    assertThat(run.status()).isEqualTo(wrong + unvouched == 0 ? 0 : 1);
  }

  /** Three examples of old documentation: nobody can vouch for a book after such an update. */
  private static boolean isUpdateWithoutChecksum(String row, Path file) {
    try {
      return row.contains("| book update |")
          && !Files.readString(file).matches("(?s).*\"(c|checksum)\".*");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
