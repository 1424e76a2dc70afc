package io.krakenspot.console.internal.screen;

import java.io.PrintWriter;
import java.util.List;

/** A terminal that is redrawn in place. */
public final class Screen implements AutoCloseable {
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final String CLEAR = "\u001b[2J";
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_TO_END_OF_LINE = "\u001b[K";

  private final PrintWriter out;

  /**
   * Clears the terminal.
   *
   * @param out the terminal
   */
  public Screen(PrintWriter out) {
    this.out = out;
    out.print(HIDE_CURSOR + CLEAR);
  }

  /**
   * Draws over what was drawn before.
   *
   * @param lines as many as before
   */
  public void draw(List<String> lines) {
    StringBuilder text = new StringBuilder(HOME);
    for (String line : lines) {
      text.append(line).append(CLEAR_TO_END_OF_LINE).append('\n');
    }
    out.print(text);
    out.flush();
  }

  /** Leaves what was drawn last and shows the cursor below it. */
  @Override
  public void close() {
    out.print(SHOW_CURSOR);
    out.flush();
  }
}
