package io.krakenspot.console.internal.screen;

/** Colours on a terminal; none elsewhere. */
public enum Paint {
  /** Bids, and what is well. */
  GREEN("32"),
  /** Asks, and what is wrong. */
  RED("31"),
  /** What waits. */
  YELLOW("33"),
  /** Headings. */
  BOLD("1");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Paint(String code) {
    this.code = code;
  }

  /**
   * Text in this colour.
   *
   * @param text the text
   * @return the text between escape sequences
   */
  public String on(String text) {
    return ESCAPE + code + "m" + text + ESCAPE + "0m";
  }
}
