package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DemoCommandTest {
  private static final String SUMMARY =
      "\\d+ frames, [1-9]\\d* checksums verified, 0 mismatched, \\d+ trades, [1-9]\\d* own orders,"
          + " [1-9]\\d* own fills, 0 reconnects";

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void endsByItselfWithASummary(String api) {
    Run run = Run.of("demo", "--seconds", "6", "--api", api);

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines().get(0)).startsWith("Kraken Spot " + api + " at ws://127.0.0.1:");
    assertThat(run.lines()).last().asString().matches(SUMMARY);
    assertThat(run.lines())
        .anyMatch(line -> line.matches("order   BTC/USD    opened  buy 0.002\\d* limit at .*"))
        .anyMatch(line -> line.matches("order   BTC/USD    amended  .*"))
        .anyMatch(line -> line.matches("order   BTC/USD    canceled  .*"))
        .anyMatch(line -> line.matches("fill    BTC/USD    buy 0.002\\d* at .*"));
    assertThat(run.out()).doesNotContain("\u001b");
  }

  @Test
  void redrawsATerminalInPlace() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Stdio terminal =
        new Stdio(new ByteArrayInputStream(new byte[0]), out, Stdio.printer(err), true);

    int status = Kraken.run(terminal, "demo", "--seconds", "3");

    String screen = out.toString(StandardCharsets.UTF_8);
    assertThat(status).isZero();
    assertThat(screen.split("\u001b\\[H", -1)).hasSizeGreaterThan(5);
    assertThat(screen).contains("[verified]").endsWith("\u001b[?25h");
  }
}
