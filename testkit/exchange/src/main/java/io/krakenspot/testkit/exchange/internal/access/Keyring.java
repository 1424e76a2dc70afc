package io.krakenspot.testkit.exchange.internal.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All API keys. Everybody comes from one address, so too many unknown keys in a row lock everybody
 * out for a while. Lives on the exchange's loop.
 */
public final class Keyring {
  /** How many unknown keys in a row are too many. */
  public static final int BAD_KEYS = 10;

  /** How long a lockout lasts. */
  public static final Duration LOCKOUT = Duration.ofMinutes(15);

  private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
  private int badKeys;
  private long lockedSince;

  /** Makes a ring without keys. */
  public Keyring() {}

  /** A key, or why the call is refused. */
  public record Checked(@Nullable ApiKey key, @Nullable String error) {}

  /**
   * Adds a key.
   *
   * @param key the public part
   * @param secret the private part, base64
   * @return the key
   */
  public ApiKey add(String key, String secret) {
    ApiKey added = new ApiKey(key, secret);
    keys.put(key, added);
    return added;
  }

  /**
   * A key.
   *
   * @param key the public part
   * @return null if there is none
   */
  public @Nullable ApiKey find(String key) {
    return keys.get(key);
  }

  /**
   * Checks who calls.
   *
   * @param call as it arrived
   * @param nanoTime now
   * @return the key, or the text of the error
   */
  public Checked check(SignedCall call, long nanoTime) {
    if (badKeys >= BAD_KEYS && nanoTime - lockedSince < LOCKOUT.toNanos()) {
      return new Checked(null, "EGeneral:Temporary lockout");
    }
    ApiKey key = keys.get(call.key());
    if (key == null) {
      return unknown(nanoTime);
    }
    badKeys = 0;
    return check(key, call);
  }

  private Checked unknown(long nanoTime) {
    badKeys = badKeys >= BAD_KEYS ? 1 : badKeys + 1;
    lockedSince = nanoTime;
    return new Checked(null, "EAPI:Invalid key");
  }

  private static Checked check(ApiKey key, SignedCall call) {
    if (!key.signed(call.signature(), call.path(), call.nonce(), call.body())) {
      return new Checked(null, "EAPI:Invalid signature");
    }
    return key.useNonce(call.nonce())
        ? new Checked(key, null)
        : new Checked(null, "EAPI:Invalid nonce");
  }
}
