package io.krakenspot.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.console.FrameSource.Numbered;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
