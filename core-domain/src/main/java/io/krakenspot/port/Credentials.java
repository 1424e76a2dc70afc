package io.krakenspot.port;

import java.util.Base64;

/**
 * An API key and its secret, shown to nobody.
 *
 * <p>Source: Kraken REST authentication.
 */
public final class Credentials {
  private final String key;
  private final byte[] secret;

  private Credentials(String key, byte[] secret) {
    this.key = key;
    this.secret = secret;
  }

  /**
   * A key and its secret.
   *
   * @param key the public part
   * @param secret the private part, Base64 as Kraken shows it
   * @return the credentials
   * @throws IllegalArgumentException if one is empty or the secret is no Base64; the message does
   *     not repeat it
   */
  public static Credentials of(String key, String secret) {
    if (key.isBlank() || secret.isBlank()) {
      throw new IllegalArgumentException("an API key and its secret are needed; one is empty");
    }
    try {
      return new Credentials(key.strip(), Base64.getDecoder().decode(secret.strip()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the API secret is not Base64; copy it as Kraken shows it, key and secret not swapped");
    }
  }

  /**
   * The public part, for the request alone.
   *
   * @return as Kraken shows it
   */
  public String key() {
    return key;
  }

  /**
   * The private part, for the signature alone.
   *
   * @return a copy of its bytes
   */
  public byte[] secret() {
    return secret.clone();
  }

  /** Says nothing. */
  @Override
  public String toString() {
    return "Credentials[hidden]";
  }
}
