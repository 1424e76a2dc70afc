package io.krakenspot.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a recording apart into frames: one a line, or first a JSON document over many lines. Blank
 * lines are skipped. Holds no more lines than may still become that document, so that input may be
 * endless.
 */
final class FrameSource {
  private final BufferedReader in;
  private final Queue<Numbered> read = new ArrayDeque<>();
  private long line;
  private boolean begun;

  /**
   * A frame and where it began.
   *
   * @param line from 1
   * @param text the frame
   */
  record Numbered(long line, String text) {}

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
    JsonProgress document = new JsonProgress();
    for (Numbered next = nextLine(); next != null; next = nextLine()) {
      read.add(next);
      switch (document.line(next.text())) {
        case WHOLE -> {
          join();
          return;
        }
        case BROKEN -> {
          return;
        }
        case BEGUN -> {}
      }
    }
  }

  private void join() {
    long first = read.element().line();
    String all = read.stream().map(Numbered::text).collect(Collectors.joining("\n"));
    read.clear();
    read.add(new Numbered(first, all));
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
}
