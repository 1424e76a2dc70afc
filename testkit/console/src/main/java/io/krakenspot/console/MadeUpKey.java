package io.krakenspot.console;

import io.krakenspot.console.internal.event.JsonLine;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * An API key and secret of the simulated exchange alone, new each time. They open nothing else, so
 * they may be shown.
 *
 * @param key begins with {@code SIMULATED-}
 * @param secret Base64
 */
record MadeUpKey(String key, String secret) {
  private static final int KEY_BYTES = 12;
  private static final int SECRET_BYTES = 64;

  static MadeUpKey make() {
    Base64.Encoder base64 = Base64.getEncoder();
    return new MadeUpKey(
        "SIMULATED-" + base64.encodeToString(random(KEY_BYTES)),
        base64.encodeToString(random(SECRET_BYTES)));
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /** A line for a shell. */
  String text() {
    return ("export " + ApiKey.KEY + "=" + key + " " + ApiKey.SECRET + "=" + secret)
        + "  # made up; an account of this simulated exchange alone";
  }

  JsonLine json() {
    return JsonLine.event("account")
        .with("key", key)
        .with("secret", secret)
        .with("simulated", true);
  }
}
