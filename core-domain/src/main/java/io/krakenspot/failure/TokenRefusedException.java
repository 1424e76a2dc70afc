package io.krakenspot.failure;

/**
 * The exchange gave no token, or refused a private look-up over REST: bad key, signature or nonce,
 * no permission, or too many requests. The message holds Kraken's own text and never a key or a
 * secret.
 */
public final class TokenRefusedException extends KrakenException {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  /**
   * A refusal.
   *
   * @param text Kraken's own, with what to do about it
   * @param passing whether it makes sense to ask again later
   */
  public TokenRefusedException(String text, boolean passing) {
    super(text, null);
    this.passing = passing;
  }

  /**
   * Whether it makes sense to ask again later.
   *
   * @return false for a wrong key, secret or permission
   */
  public boolean passing() {
    return passing;
  }
}
