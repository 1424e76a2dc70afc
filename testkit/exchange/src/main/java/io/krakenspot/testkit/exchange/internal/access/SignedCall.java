package io.krakenspot.testkit.exchange.internal.access;

/**
 * A private REST call as it arrived.
 *
 * @param path for example {@code /0/private/Balance}
 * @param key the {@code API-Key} header; empty without one
 * @param signature the {@code API-Sign} header; empty without one
 * @param nonce as it stands in the body; empty without one
 * @param body the exact text
 */
public record SignedCall(String path, String key, String signature, String nonce, String body) {
  /** Without what proves who calls. */
  @Override
  public String toString() {
    return "SignedCall[" + path + "]";
  }
}
