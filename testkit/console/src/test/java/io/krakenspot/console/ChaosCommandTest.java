package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ChaosCommandTest {
  @Test
  void endsByItselfWithOneLineOfFigures() {
    Run run = Run.of("chaos", "--minutes", "0.3", "--seed", "5", "--api", "v2");

    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .singleElement()
        .asString()
        .matches(
            "v2 seed 5: \\d+\\.\\d min, [1-9]\\d* quiet points, \\d+ reconnects, \\d+ faults .*,"
                + " [1-9]\\d* commands \\{.*}, [1-9]\\d* fills, [1-9]\\d* books checked, \\d+"
                + " trades, at most \\d+ attempts in 600 s, recovered within .* s, 0 broken"
                + " invariants");
    assertThat(run.status()).isZero();
  }

  @Test
  void needsSomeTime() {
    Run run = Run.of("chaos", "--minutes", "0");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--minutes must be more than 0");
  }
}
