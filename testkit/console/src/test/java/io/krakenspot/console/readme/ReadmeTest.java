package io.krakenspot.console.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code in the README is the code that was compiled. */
class ReadmeTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path HERE = Path.of("src/test/java/io/krakenspot/console/readme");

  @ParameterizedTest
  @ValueSource(strings = {"ReadmeV1", "ReadmeV2", "ReadmeTrading"})
  void showsWhatWasCompiled(String example) throws IOException {
    String code = String.join("\n", code(example));

    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains("```java\n" + code + "\n```\n");
  }

  @Test
  void changesOneLineFromVersionToVersion() throws IOException {
    List<String> v1 = code("ReadmeV1");
    List<String> v2 = code("ReadmeV2");

    assertThat(v1).hasSizeBetween(8, 10).hasSameSizeAs(v2);
    assertThat(v1).filteredOn(line -> !v2.contains(line)).hasSize(1);
  }

  private static List<String> code(String example) throws IOException {
    List<String> lines = Files.readAllLines(HERE.resolve(example + ".java"));
    int begin = lines.indexOf("    // README") + 1;
    return lines.subList(begin, lines.indexOf("    // end")).stream()
        .map(line -> line.substring(4))
        .toList();
  }
}
