package io.krakenspot.v2.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.Ticker;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.Acknowledgement;
import io.krakenspot.port.BalanceFrame;
import io.krakenspot.port.CommandAnswer;
import io.krakenspot.v2.internal.Heard.Booked;
import io.krakenspot.v2.internal.Heard.Candled;
import io.krakenspot.v2.internal.Heard.Failed;
import io.krakenspot.v2.internal.Heard.Ordered;
import io.krakenspot.v2.internal.Heard.Pong;
import io.krakenspot.v2.internal.Heard.Traded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that Kraken sent, where they are at hand. */
class CapturedFramesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("krakenspot.fixtures", "missing"), "v2");

  /** An example of the documentation that leaves the prices out. */
  private static final String CANDLE_WITHOUT_PRICES = "ohlc-update-krakennet.json";

  @BeforeEach
  void requireFrames() {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no captured frames here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "book",
        "level3",
        "ticker",
        "trade",
        "ohlc",
        "instrument",
        "status",
        "heartbeat",
        "subscribe",
        "unsubscribe",
        "ping",
        "error",
        "executions",
        "balances",
        "add_order",
        "amend_order",
        "edit_order",
        "cancel_order",
        "cancel_all",
        "cancel_all_orders_after",
        "batch_add",
        "batch_cancel"
      })
  void readsEveryFrameOf(String folder) throws IOException {
    V2Codec codec = new V2Codec();
    List<Path> files = files(folder);
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      for (String frame : frames(file)) {
        List<Object> facts = Heard.in(codec, frame);
        assertThat(facts).as(file + ": " + frame).isNotEmpty();
        assertThat(facts.get(0)).as(file + ": " + frame).isInstanceOf(kindOf(frame, folder));
      }
    }
  }

  @Test
  void readsTheSameIfTheFirstFieldDoesNotTellTheKind() throws IOException {
    V2Codec codec = new V2Codec();
    for (Path file : files("book")) {
      for (String frame : frames(file)) {
        String searched = frame.replaceFirst("\\{", "{\"new\":[],");
        List<Object> facts = Heard.in(codec, searched);
        assertThat(facts.subList(0, 1)).isEqualTo(Heard.in(codec, frame).subList(0, 1));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "executions",
        "balances",
        "add_order",
        "amend_order",
        "edit_order",
        "cancel_order",
        "cancel_all",
        "cancel_all_orders_after",
        "batch_add",
        "batch_cancel"
      })
  void knowsEveryPrivateFieldOf(String folder) throws IOException {
    for (Path file : files(folder)) {
      assertThat(Heard.in(Files.readString(file))).as(file.toString()).hasSize(1);
    }
  }

  @Test
  void refusesACandleWithoutPrices() throws IOException {
    Path file = FOLDER.resolve("ohlc").resolve(CANDLE_WITHOUT_PRICES);
    Assumptions.assumeTrue(Files.exists(file));
    String frame = Files.readString(file);
    assertThatThrownBy(() -> Heard.in(frame))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessageContaining("interval_begin is missing");
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .filter(file -> !file.toString().contains("request-"))
          .filter(file -> !file.endsWith(CANDLE_WITHOUT_PRICES))
          .sorted()
          .toList();
    }
  }

  /** A file is one frame, perhaps on many lines, or has one a line. */
  private static List<String> frames(Path file) throws IOException {
    return file.toString().endsWith(".jsonl")
        ? Files.readAllLines(file)
        : List.of(Files.readString(file));
  }

  /** Streams of books hold other frames of the same connection as well. */
  private static Class<?> kindOf(String frame, String folder) {
    if (frame.contains("\"method\":\"subscribe\"")
        || frame.contains("\"method\":\"unsubscribe\"")) {
      return Acknowledgement.class;
    } else if (frame.contains("\"channel\":\"heartbeat\"")) {
      return Heard.HEARTBEAT.getClass();
    } else if (frame.contains("\"channel\":\"status\"")) {
      return SystemStatus.class;
    }
    return switch (folder) {
      case "book" -> Booked.class;
      case "level3" -> Ordered.class;
      case "ticker" -> Ticker.class;
      case "trade" -> Traded.class;
      case "ohlc" -> Candled.class;
      case "instrument" -> Instruments.class;
      case "ping" -> frame.contains("\"error\"") ? Failed.class : Pong.class;
      case "error" -> Failed.class;
      case "executions" -> AccountFrame.class;
      case "balances" -> BalanceFrame.class;
      case "subscribe", "unsubscribe" -> Acknowledgement.class;
      default -> CommandAnswer.class;
    };
  }
}
