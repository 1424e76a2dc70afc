package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SimulateCommandTest {
  private static final String MADE_UP =
      "export KRAKEN_KEY=(SIMULATED-\\S+) KRAKEN_SECRET=(\\S+)  # made up; an account of this"
          + " simulated exchange alone";

  @Test
  void servesBothVersionsUntilInterrupted() throws Exception {
    try (Simulation simulation = new Simulation("simulate", "--port", "0", "--seed", "7")) {
      assertThat(simulation.line()).matches("v1 public ws://127.0.0.1:\\d+/");
      assertThat(simulation.line()).matches("v1 private ws://127.0.0.1:\\d+/auth");
      String v2 = simulation.line();
      assertThat(v2).matches("v2 public ws://127.0.0.1:\\d+/v2");

      Run run = Run.of("watch", "BTC/USD", "--count", "1", "--url", v2.split(" ")[2]);

      assertThat(run.status()).isZero();
    }
  }

  @Test
  void tellsWhichCertificateToTrust() throws Exception {
    Path certificate;
    try (Simulation simulation = new Simulation("simulate", "--tls", "--json")) {
      Map<String, JsonNode> events = new HashMap<>();
      for (int i = 0; i < 7; i++) {
        JsonNode event = new ObjectMapper().readTree(simulation.line());
        events.put(event.path("name").asText("certificate"), event);
      }
      certificate = Path.of(events.get("certificate").get("file").asText());
      String url = events.get("v1 public").get("url").asText();

      Run run =
          Run.of(
              "watch",
              "BTC/USD",
              "--api",
              "v1",
              "--count",
              "1",
              "--url",
              url,
              "--trust",
              certificate.toString());

      assertThat(url).startsWith("wss://127.0.0.1:");
      assertThat(run.status()).as(run.err()).isZero();
    }
    assertThat(certificate).doesNotExist();
  }

  @Test
  void makesUpAnAccountThatCanTrade() throws Exception {
    try (Simulation simulation = new Simulation("simulate")) {
      String url = simulation.urls().split(" ")[2];
      Matcher made = Pattern.compile(MADE_UP).matcher(simulation.line());
      assertThat(made.matches()).isTrue();
      Map<String, String> environment =
          Map.of("KRAKEN_KEY", made.group(1), "KRAKEN_SECRET", made.group(2));

      Run run = Run.with(environment, "", ("order cancel-all --api v1 --url " + url).split(" "));

      assertThat(run.status()).as(run.err()).isZero();
    }
  }

  @Test
  void opensTheAccountOfTheEnvironmentAndDoesNotPrintIt() throws Exception {
    Map<String, String> environment =
        Map.of("KRAKEN_KEY", "my-own-key", "KRAKEN_SECRET", "bXkgb3duIHNlY3JldA==");
    try (Simulation simulation = new Simulation(environment, "simulate")) {
      String url = simulation.urls().split(" ")[2];

      Run run = Run.with(environment, "", ("order cancel-all --url " + url).split(" "));

      assertThat(run.status()).as(run.err()).isZero();
      assertThat(simulation.hasMore()).isFalse();
    }
  }

  @Test
  void refusesHalfAnAccount() {
    Run run = Run.with(Map.of("KRAKEN_KEY", "my-own-key"), "", "simulate");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualToIgnoringNewLines("KRAKEN_KEY is set, but not KRAKEN_SECRET");
  }

  @Test
  void failsIfThePortIsTaken() throws Exception {
    try (Simulation simulation = new Simulation("simulate")) {
      String port = simulation.line().replaceAll(".*:(\\d+)/", "$1");

      Run run = Run.of("simulate", "--port", port);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err())
          .isEqualToIgnoringNewLines(
              "cannot listen on 127.0.0.1:"
                  + port
                  + ": Address already in use; choose another --port, or leave it out for a free"
                  + " one");
    }
  }

  @Test
  void misbehavesAsItsFileSays(@TempDir Path folder) throws Exception {
    Path faults = Files.writeString(folder.resolve("faults.txt"), "# at once\n0s refuse 503\n");
    try (Simulation simulation = new Simulation("simulate", "--faults", faults.toString())) {
      String v2 = simulation.line().replaceAll("/$", "/v2").split(" ")[2];

      Run run = Run.of("watch", "BTC/USD", "--count", "1", "--seconds", "2", "--url", v2);

      assertThat(run.out() + run.err()).contains("503");
    }
  }

  @Test
  void namesTheLineOfTheFileThatIsWrong(@TempDir Path folder) throws Exception {
    Path faults = Files.writeString(folder.resolve("faults.txt"), "1s drop\n2s dorp\n");

    Run run = Run.of("simulate", "--faults", faults.toString());
    Run missing = Run.of("simulate", "--faults", faults + ".no");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("faults.txt: line 2: no fault is called 'dorp'");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err()).contains("there is no file");
  }

  /** A run on a thread of its own, ended by interrupting it. */
  private static final class Simulation implements AutoCloseable {
    private final PipedOutputStream out = new PipedOutputStream();
    private final BufferedReader lines;
    private final Thread thread;

    Simulation(String... args) throws IOException {
      this(Map.of(), args);
    }

    Simulation(Map<String, String> environment, String... args) throws IOException {
      lines =
          new BufferedReader(
              new InputStreamReader(new PipedInputStream(out), StandardCharsets.UTF_8));
      Stdio stdio =
          new Stdio(
              new ByteArrayInputStream(new byte[0]),
              out,
              Stdio.printer(new ByteArrayOutputStream()),
              false,
              environment);
      thread = new Thread(() -> Kraken.run(stdio, args), "simulation");
      thread.start();
    }

    String line() throws IOException {
      return lines.readLine();
    }

    /** Reads the lines about where it listens; the first of them. */
    String urls() throws IOException {
      String first = line();
      for (int i = 1; i < 6; i++) {
        assertThat(line()).containsPattern(" (ws|http)://");
      }
      return first;
    }

    /** Whether more was printed. */
    boolean hasMore() throws IOException {
      return lines.ready();
    }

    @Override
    public void close() {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
