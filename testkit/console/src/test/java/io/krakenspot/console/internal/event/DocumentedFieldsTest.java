package io.krakenspot.console.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.order.OrderAttribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about JSON lines names every event and field that the code writes. */
class DocumentedFieldsTest {
  private static final Path PAGE = Path.of("../../docs/json-events.md");
  private static final Path SOURCES = Path.of("src/main/java/io/krakenspot/console/internal/event");

  @Test
  void everyEventAndFieldIsDocumented() throws IOException {
    Set<String> written = new TreeSet<>();
    for (String name : List.of("JsonEvents", "JsonAccount", "JsonCommands")) {
      String source = Files.readString(SOURCES.resolve(name + ".java"));
      written.addAll(found("(?:with\\(\\s*|event\\()\"(\\w+)\"", source));
    }
    OrderAttribute.all().forEach(attribute -> written.add(attribute.name()));

    assertThat(written).contains("book", "bestBid", "fill", "amendId", "limit_price");
    assertThat(found("`(\\w+)`", Files.readString(PAGE))).containsAll(written);
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
