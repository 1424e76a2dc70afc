package io.krakenspot.testkit.exchange.internal.access;

import io.krakenspot.testkit.exchange.Permission;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Set;

/** A key with which an account is reached. Lives on the exchange's loop. */
public final class ApiKey {
  private static final BigInteger LARGEST_NONCE =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private final String key;
  private final String secret;
  private final Set<Permission> permissions = EnumSet.allOf(Permission.class);
  private BigInteger lastNonce = BigInteger.valueOf(-1);

  /**
   * Makes a key that may do everything.
   *
   * @param key the public part
   * @param secret the private part, base64
   */
  ApiKey(String key, String secret) {
    this.key = key;
    this.secret = secret;
  }

  boolean signed(String signature, String path, String nonce, String body) {
    return MessageDigest.isEqual(
        Signature.of(secret, path, nonce, body).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a nonce is a number of 64 bits above every earlier one, which it is from now on. */
  boolean useNonce(String nonce) {
    if (!nonce.matches("\\d{1,20}")) {
      return false;
    }
    BigInteger next = new BigInteger(nonce);
    boolean rises = next.compareTo(lastNonce) > 0 && next.compareTo(LARGEST_NONCE) <= 0;
    if (rises) {
      lastNonce = next;
    }
    return rises;
  }

  /**
   * Whether the key may do something.
   *
   * @param permission what
   * @return true if so
   */
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /**
   * Changes what the key may do.
   *
   * @param granted all of it
   */
  public void permit(Set<Permission> granted) {
    permissions.clear();
    permissions.addAll(granted);
  }

  /**
   * The public part, which names the account.
   *
   * @return as it stands in {@code API-Key}
   */
  public String key() {
    return key;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ApiKey[" + key + "]";
  }
}
