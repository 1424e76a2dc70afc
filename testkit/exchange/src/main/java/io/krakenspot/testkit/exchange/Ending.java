package io.krakenspot.testkit.exchange;

/**
 * How the exchange ends a connection.
 *
 * @param code of the close frame, for example 1012; 1006 stands for none
 * @param reason in the close frame; may be empty
 */
public record Ending(int code, String reason) {
  private static final int NO_CLOSE_FRAME = 1006;

  /** In good order. */
  public static final Ending NORMAL = new Ending(1000, "");

  /** TCP is closed without a word, after all that was sent before. */
  public static final Ending CUT = new Ending(NO_CLOSE_FRAME, "cut");

  /** TCP is reset: what was sent before may be lost. */
  public static final Ending RESET = new Ending(NO_CLOSE_FRAME, "reset");

  /**
   * Whether there is no close frame.
   *
   * @return true for a cut or a reset
   */
  public boolean abrupt() {
    return code == NO_CLOSE_FRAME;
  }
}
