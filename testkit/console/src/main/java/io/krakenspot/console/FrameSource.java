package io.krakenspot.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a recording apart into frames: one a line, or a single JSON document over many lines. Blank
 * lines are skipped.
 */
final class FrameSource {
  private static final JsonFactory JSON = new JsonFactory();

  private final BufferedReader in;
  private final Queue<Numbered> read = new ArrayDeque<>();
  private int line;
  private boolean begun;

  /**
   * A frame and where it began.
   *
   * @param line from 1
   * @param text the frame
   */
  record Numbered(int line, String text) {}

  FrameSource(BufferedReader in) {
    this.in = in;
  }

  /** The next frame, or null at the end. */
  @Nullable Numbered next() throws IOException {
    if (!begun) {
      begun = true;
      begin();
    }
    return read.isEmpty() ? nextLine() : read.remove();
  }

  private void begin() throws IOException {
    Numbered first = nextLine();
    if (first == null) {
      return;
    }
    read.add(first);
    if (isWhole(first.text())) {
      return;
    }
    for (Numbered next = nextLine(); next != null; next = nextLine()) {
      read.add(next);
    }
    String all = read.stream().map(Numbered::text).collect(Collectors.joining("\n"));
    if (isWhole(all)) {
      read.clear();
      read.add(new Numbered(first.line(), all));
    }
  }

  private @Nullable Numbered nextLine() throws IOException {
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      if (!text.isBlank()) {
        return new Numbered(line, text);
      }
    }
    return null;
  }

  /** Whether the text is one JSON value and nothing else. */
  private static boolean isWhole(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      JsonToken first = parser.nextToken();
      parser.skipChildren();
      return first != null && parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }
}
