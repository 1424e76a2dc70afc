package io.krakenspot.testkit.exchange.internal.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The {@code API-Sign} header of a private REST call. */
public final class Signature {
  private static final String HMAC = "HmacSHA512";

  private Signature() {}

  /**
   * Signs a call.
   *
   * @param secret of the key, base64
   * @param path for example {@code /0/private/GetWebSocketsToken}
   * @param nonce as it stands in the body
   * @param body exactly as it is sent
   * @return base64 of HMAC-SHA512 over the path and the SHA-256 of nonce and body
   * @throws IllegalArgumentException if the secret is not base64
   */
  public static String of(String secret, String path, String nonce, String body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), HMAC));
      mac.update(path.getBytes(StandardCharsets.UTF_8));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest((nonce + body).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has these algorithms", e);
    }
  }
}
