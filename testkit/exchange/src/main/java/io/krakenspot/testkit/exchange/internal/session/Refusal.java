package io.krakenspot.testkit.exchange.internal.session;

/** A request that is refused while it is read; the message is the text of the error. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Refuses.
   *
   * @param text of the error as it is sent
   */
  public Refusal(String text) {
    super(text, null, false, false);
  }

  /**
   * Refuses an argument in Kraken's words.
   *
   * @param name of the argument
   * @return to throw
   */
  public static Refusal argument(String name) {
    return new Refusal("EGeneral:Invalid arguments:" + name);
  }

  /**
   * The text of the error.
   *
   * @return never null
   */
  public String text() {
    return String.valueOf(getMessage());
  }
}
