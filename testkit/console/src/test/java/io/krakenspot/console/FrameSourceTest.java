package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.console.FrameSource.Numbered;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSourceTest {
  @Test
  void takesAFrameFromEachLineAndSkipsBlankOnes() throws IOException {
    assertThat(frames("{}\n\n  \n[1]\n"))
        .containsExactly(new Numbered(1, "{}"), new Numbered(4, "[1]"));
  }

  @Test
  void takesAPrettyPrintedDocumentAsOneFrame() throws IOException {
    assertThat(frames("\n[\n  1,\n  {\"a\": 2}\n]\n"))
        .containsExactly(new Numbered(2, "[\n  1,\n  {\"a\": 2}\n]"));
  }

  @Test
  void keepsLinesApartIfTheyMakeNoDocumentTogether() throws IOException {
    assertThat(frames("nonsense\n{}\n"))
        .containsExactly(new Numbered(1, "nonsense"), new Numbered(2, "{}"));
  }

  @Test
  void leavesALaterBrokenLineToTheDecoder() throws IOException {
    assertThat(frames("{}\n{\n}\n"))
        .containsExactly(new Numbered(1, "{}"), new Numbered(2, "{"), new Numbered(3, "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "{\"channel\":",
        "{\"channel\":\"bo",
        "[1,",
        "[",
        "{}]",
        "{} {}",
        "12,"
      })
  void streamsEndlessInputAfterABrokenFirstLine(String broken) throws IOException {
    FrameSource source = new FrameSource(new BufferedReader(new Endless(broken + "\n", "{}\n")));

    assertThat(source.next()).isEqualTo(new Numbered(1, broken));
    for (long line = 2; line < 100_000; line++) {
      assertThat(source.next()).isEqualTo(new Numbered(line, "{}"));
    }
  }

  @Test
  void doesNotWaitForTheEndOfAnEndlessDocument() throws IOException {
    String element = "1".repeat(100) + ",";
    FrameSource source = new FrameSource(new BufferedReader(new Endless("[\n", element + "\n")));

    assertThat(source.next()).isEqualTo(new Numbered(1, "["));
    assertThat(source.next()).isEqualTo(new Numbered(2, element));
  }

  @Test
  void takesFramesFromTheLinesAfterADocument() throws IOException {
    assertThat(frames("{\n}\n{}\n"))
        .containsExactly(new Numbered(1, "{\n}"), new Numbered(3, "{}"));
  }

  @Test
  void hasNothingInAnEmptyFile() throws IOException {
    assertThat(frames("")).isEmpty();
  }

  private static List<Numbered> frames(String text) throws IOException {
    FrameSource source = new FrameSource(new BufferedReader(new StringReader(text)));
    List<Numbered> frames = new ArrayList<>();
    for (Numbered next = source.next(); next != null; next = source.next()) {
      frames.add(next);
    }
    return frames;
  }

  /** One text, then another again and again. */
  private static final class Endless extends Reader {
    private final String first;
    private final String rest;
    private long at;

    Endless(String first, String rest) {
      this.first = first;
      this.rest = rest;
    }

    @Override
    public int read(char[] buffer, int from, int length) {
      for (int i = 0; i < length; i++) {
        buffer[from + i] = next();
      }
      return length;
    }

    private char next() {
      long index = at++;
      return index < first.length()
          ? first.charAt((int) index)
          : rest.charAt((int) ((index - first.length()) % rest.length()));
    }

    @Override
    public void close() {}
  }
}
