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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SimulateCommandTest {
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
      lines =
          new BufferedReader(
              new InputStreamReader(new PipedInputStream(out), StandardCharsets.UTF_8));
      Stdio stdio =
          new Stdio(
              new ByteArrayInputStream(new byte[0]),
              out,
              Stdio.printer(new ByteArrayOutputStream()),
              false);
      thread = new Thread(() -> Kraken.run(stdio, args), "simulation");
      thread.start();
    }

    String line() throws IOException {
      return lines.readLine();
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
