package io.krakenspot.vertx.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The proof that a request comes from the key's owner. Source: Kraken REST authentication. */
final class Signature {
  private static final String HMAC = "HmacSHA512";

  private Signature() {}

  /** What goes into the header {@code API-Sign}; the path is for example {@code /0/private/Add}. */
  static String of(byte[] secret, String path, long nonce, String body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      mac.update(path.getBytes(StandardCharsets.UTF_8));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest((nonce + body).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC + " and SHA-256", e);
    }
  }
}
