package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.krakenspot.testkit.exchange.ExchangeServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code watch} over real sockets on loopback. */
@Timeout(60)
class WatchCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ExchangeServer plain;
  private static ExchangeServer secure;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    plain = ExchangeServer.builder().seed(42).eventsPerSecond(60).start();
    secure = ExchangeServer.builder().seed(42).eventsPerSecond(60).tls(true).start();
  }

  @AfterAll
  static void close() {
    plain.close();
    secure.close();
  }

  @ParameterizedTest
  @CsvSource({"v1,false", "v1,true", "v2,false", "v2,true"})
  void streamsVerifiedBooksTradesAndTickers(String api, boolean tls) {
    Run run =
        Watching.run(tls ? secure : plain, folder, "XBT/USD --api " + api + " --json --count 60");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    List<Map<String, Object>> events = events(run);
    assertThat(counted(events, Set.of("book", "trade", "ticker"))).hasSize(60);
    assertThat(events).extracting("event").contains("connection", "status", "subscription", "book");
    assertThat(counted(events, Set.of("book")))
        .allSatisfy(book -> assertThat(book).containsEntry("state", "live"))
        .allSatisfy(book -> assertThat(book).containsEntry("pair", "BTC/USD"))
        .anySatisfy(book -> assertThat(book).containsEntry("verification", "verified"));
  }

  @Test
  void namesTheFieldsOfBothVersionsAlike() {
    Map<Object, Set<String>> v1 = fields("v1");
    Map<Object, Set<String>> v2 = fields("v2");

    assertThat(v1.keySet()).contains("book", "ticker", "spread", "ohlc");
    assertThat(v1.get("spread")).isEqualTo(v2.get("spread"));
    assertThat(v1.get("ohlc")).isEqualTo(v2.get("ohlc"));
    assertThat(v1.get("book")).isEqualTo(v2.get("book"));
    assertThat(v1.get("status")).isEqualTo(v2.get("status"));
    assertThat(v1.get("ticker"))
        .contains("lastQuantity", "today", "trades")
        .containsAll(without(v2.get("ticker"), "changePercent", "timestamp"));
  }

  private Map<Object, Set<String>> fields(String api) {
    Run run =
        Watching.run(
            plain,
            folder,
            "BTC/USD --channels book,ticker,spread,ohlc --json --count 150 --api " + api);
    return events(run).stream()
        .collect(
            Collectors.toMap(
                event -> event.get("event"),
                event -> new TreeSet<>(event.keySet()),
                (one, other) -> {
                  one.addAll(other);
                  return one;
                }));
  }

  private static Set<String> without(Set<String> fields, String... some) {
    Set<String> rest = new TreeSet<>(fields);
    rest.removeAll(Set.of(some));
    return rest;
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void listsReferenceDataWithoutAPair(String api) {
    Run run = Watching.run(plain, folder, "--channels instrument --json --count 40 --api " + api);

    assertThat(run.status()).isZero();
    assertThat(counted(events(run), Set.of("asset", "instrument"))).hasSize(40);
    assertThat(run.out()).contains("{\"event\":\"instrument\",\"pair\":\"BTC/USD\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void waitsForTheEnginesStatusAlone(String api) {
    Run run = Watching.run(plain, folder, "--channels status --count 1 --api " + api);

    assertThat(run.status()).isZero();
    assertThat(run.lines()).last().asString().startsWith("status  engine     online");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void failsIfNoPairIsKnown(String api) {
    Run run = Watching.run(plain, folder, "FOO/USD BAR/USD --json --api " + api);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("book refused: ", "Currency pair not supported FOO/USD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void goesOnWithThePairsThatAreKnown(String api) {
    Run run =
        Watching.run(
            plain, folder, "FOO/USD BTC/USD --channels book --json --count 5 --api " + api);

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("Currency pair not supported FOO/USD");
    assertThat(counted(events(run), Set.of("book"))).hasSize(5);
  }

  @Test
  void startsTradesWithTheLastOnesIfAsked() {
    Run run = Watching.run(plain, folder, "BTC/USD --channels trade --snapshot --count 50");

    assertThat(run.status()).isZero();
    assertThat(run.lines()).filteredOn(line -> line.startsWith("trade   BTC/USD")).hasSize(51);
  }

  @Test
  void failsIfNothingWasLiveInTime() {
    Run run = Run.of("watch", "BTC/USD", "--seconds", "1", "--url", "ws://127.0.0.1:1");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("nothing was live within 1 s: connection WAITING");
  }

  @Test
  void doesNotTrustAStranger() {
    Run run =
        Run.of("watch", "BTC/USD", "--seconds", "2", "--url", secure.webSocketUri().toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("certification path");
  }

  @Test
  void endsQuietlyWhenNobodyReads() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Stdio stdio = new Stdio(new ByteArrayInputStream(new byte[0]), gone, Stdio.printer(err), false);

    int status = Kraken.run(stdio, "watch", "BTC/USD", "--url", plain.webSocketUri().toString());

    assertThat(status).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static List<Map<String, Object>> events(Run run) {
    return run.lines().stream().map(WatchCommandTest::parsed).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> parsed(String line) {
    try {
      return JSON.readValue(line, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private static List<Map<String, Object>> counted(
      List<Map<String, Object>> events, Set<String> kinds) {
    return events.stream().filter(event -> kinds.contains(event.get("event"))).toList();
  }
}
