package io.krakenspot.v1.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.market.Instruments;
import io.krakenspot.market.Spread;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.v1.internal.Recorder.BookFrame;
import io.krakenspot.v1.internal.Recorder.CandleSeen;
import io.krakenspot.v1.internal.Recorder.Heartbeat;
import io.krakenspot.v1.internal.Recorder.Pong;
import io.krakenspot.v1.internal.Recorder.Traded;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All captured frames of v1, where they are at hand. */
class CapturedFramesTest {
  private static final Path FIXTURES = Path.of(System.getProperty("krakenspot.fixtures", "absent"));
  private static final Set<String> FOLDERS =
      Set.of(
          "book",
          "ticker",
          "trade",
          "ohlc",
          "spread",
          "systemStatus",
          "heartbeat",
          "pong",
          "subscriptionStatus",
          "error",
          "connection",
          "openOrders",
          "ownTrades",
          "addOrderStatus",
          "editOrderStatus",
          "cancelOrderStatus",
          "cancelAllStatus",
          "cancelAllOrdersAfterStatus");
  private static final Map<String, Class<?>> KINDS =
      Map.ofEntries(
          Map.entry("book", BookFrame.class),
          Map.entry("ticker", Ticker.class),
          Map.entry("trade", Traded.class),
          Map.entry("ohlc", CandleSeen.class),
          Map.entry("spread", Spread.class),
          Map.entry("systemStatus", SystemStatus.class),
          Map.entry("heartbeat", Heartbeat.class),
          Map.entry("pong", Pong.class),
          Map.entry("subscriptionStatus", Acknowledgement.class),
          Map.entry("error", Recorder.Error.class),
          Map.entry("openOrders", AccountFrame.class),
          Map.entry("ownTrades", AccountFrame.class),
          Map.entry("addOrderStatus", CommandAnswer.class),
          Map.entry("editOrderStatus", CommandAnswer.class),
          Map.entry("cancelOrderStatus", CommandAnswer.class),
          Map.entry("cancelAllStatus", CommandAnswer.class),
          Map.entry("cancelAllOrdersAfterStatus", CommandAnswer.class));
  private static final Pattern EVENT = Pattern.compile("\"event\"\\s*:\\s*\"(\\w+)\"");
  private static final Pattern CHANNEL =
      Pattern.compile("\"([a-z]+)(?:-\\d+)?\"\\s*,\\s*\"[^\"]+/[^\"]+\"\\s*]\\s*$");
  private static final Pattern FEED =
      Pattern.compile("\"(\\w+)\"\\s*,\\s*\\{\\s*\"sequence\"\\s*:\\s*\\d+\\s*}\\s*]\\s*$");
  private static final Pattern UPDATE =
      Pattern.compile("\"[ab]\"\\s*:\\s*\\[\\s*\\[.*\"book-\\d+\"", Pattern.DOTALL);
  private static final Pattern LEVEL =
      Pattern.compile("\\[\\s*\"([0-9.]+)\"\\s*,\\s*\"([0-9.]+)\"\\s*,\\s*\"[0-9.]+\"");

  @BeforeEach
  void frames() {
    Assumptions.assumeTrue(Files.isDirectory(FIXTURES), "no captured frames here");
  }

  @Test
  void everyFrameIsReadAsWhatItIs() throws IOException {
    List<Path> files = files();
    int frames = 0;
    for (Path file : files) {
      V1Codec codec = new V1Codec();
      for (String frame : frames(file)) {
        if (isOlderThanChecksums(frame)) {
          assertThatThrownBy(() -> Recorder.decode(codec, frame))
              .hasMessageContaining("without a checksum");
        } else {
          check(file, frame, Recorder.decode(codec, frame));
        }
        frames++;
      }
    }
    assertThat(files).hasSizeGreaterThan(50);
    assertThat(frames).isGreaterThan(5_000);
  }

  @Test
  void everyAnswerOfAssetPairsIsRead() throws IOException {
    for (Path file : list(FIXTURES.resolve("rest/AssetPairs"))) {
      Instruments instruments = instruments(Files.readAllBytes(file), empty());
      assertThat(instruments.pairs()).as(file.toString()).isNotEmpty();
      assertThat(instruments.pairs().size())
          .as(file.toString())
          .isEqualTo(Files.readString(file).split("\"wsname\"", -1).length - 1);
    }
  }

  @Test
  void everyAnswerOfAssetsIsRead() throws IOException {
    for (Path file : list(FIXTURES.resolve("rest/Assets"))) {
      Instruments instruments = instruments(empty(), Files.readAllBytes(file));
      assertThat(instruments.assets().size())
          .as(file.toString())
          .isPositive()
          .isEqualTo(Files.readString(file).split("\"altname\"", -1).length - 1);
    }
  }

  /** A few examples of the documentation as it was until 2019. */
  private static boolean isOlderThanChecksums(String frame) {
    return UPDATE.matcher(frame).find() && !frame.contains("\"c\"");
  }

  private static void check(Path file, String frame, List<Object> facts) {
    String kind =
        Stream.of(EVENT, CHANNEL, FEED)
            .map(pattern -> first(pattern, frame))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    assertThat(facts).as("%s: %s", file, frame).isNotEmpty().hasOnlyElementsOfType(KINDS.get(kind));
    if (facts.get(0) instanceof BookFrame book) {
      List<String> levels = new ArrayList<>(book.asks());
      levels.addAll(book.bids());
      assertThat(levels)
          .as("%s: %s", file, frame)
          .containsExactlyInAnyOrderElementsOf(levels(frame));
    }
  }

  private static List<String> levels(String frame) {
    return LEVEL
        .matcher(frame)
        .results()
        .map(level -> level.group(1) + " x " + level.group(2))
        .toList();
  }

  private static String first(Pattern pattern, String frame) {
    Matcher matcher = pattern.matcher(frame);
    return matcher.find() ? matcher.group(1) : null;
  }

  /** The files that INDEX.md lists as sent by the exchange. */
  private static List<Path> files() throws IOException {
    try (Stream<String> lines = Files.lines(FIXTURES.resolve("INDEX.md"))) {
      return lines
          .filter(line -> line.startsWith("| v1/") && line.contains("| server→client |"))
          .map(line -> line.split("\\|")[1].strip())
          .filter(file -> FOLDERS.contains(file.split("/")[1]))
          .map(FIXTURES::resolve)
          .toList();
    }
  }

  private static List<String> frames(Path file) throws IOException {
    return file.toString().endsWith(".jsonl")
        ? Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList()
        : List.of(Files.readString(file));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Instruments instruments(byte[] pairs, byte[] assets) {
    return new AssetPairsQuery().decode(List.of(pairs, assets));
  }

  private static byte[] empty() {
    return "{\"error\":[],\"result\":{}}".getBytes(StandardCharsets.UTF_8);
  }
}
