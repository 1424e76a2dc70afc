package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.port.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesCommandTest {
  @Test
  void listsEveryFeatureOfEachVersion() {
    List<String> table = Run.of("features").lines();

    assertThat(table).hasSize(Feature.values().length + 1);
    assertThat(table.get(0)).matches("feature +v1 +v2");
    assertThat(table)
        .anyMatch(line -> line.matches("trades +native +native"))
        .anyMatch(line -> line.matches("best bid and offer +native +derived \\(from ticker .*\\)"))
        .anyMatch(line -> line.matches("trade ids +- \\(use v2\\) +native"));
  }

  @Test
  void canListTheDifferencesAlone() {
    List<String> table = Run.of("features", "--diff").lines();

    assertThat(table)
        .anyMatch(line -> line.startsWith("trade ids "))
        .noneMatch(line -> line.startsWith("trades "));
  }
}
