package io.krakenspot.port;

/**
 * The secret text that opens private data and trading; shown to nobody. Valid for 15 minutes, or as
 * long as the connection it was used on has a private subscription.
 *
 * <p>Source: Kraken REST {@code GetWebSocketsToken}.
 */
public final class Token {
  private final String text;

  /**
   * A token.
   *
   * @param text as the exchange gave it
   * @throws IllegalArgumentException if it is empty
   */
  public Token(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the token is empty");
    }
    this.text = text;
  }

  /**
   * The secret itself, for the codec alone.
   *
   * @return as the exchange gave it
   */
  public String text() {
    return text;
  }

  /** Says nothing. */
  @Override
  public String toString() {
    return "Token[hidden]";
  }
}
