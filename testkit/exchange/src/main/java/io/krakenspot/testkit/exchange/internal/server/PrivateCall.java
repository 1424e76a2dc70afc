package io.krakenspot.testkit.exchange.internal.server;

import org.jspecify.annotations.Nullable;

/**
 * A POST to a private call.
 *
 * @param path for example {@code /0/private/GetWebSocketsToken}
 * @param key the {@code API-Key} header
 * @param signature the {@code API-Sign} header
 * @param contentType of the body; anything but {@code application/json} is a form
 * @param body exactly as it was sent
 */
public record PrivateCall(
    String path,
    @Nullable String key,
    @Nullable String signature,
    @Nullable String contentType,
    String body) {
  /** Without what proves who calls. */
  @Override
  public String toString() {
    return "PrivateCall[" + path + "]";
  }
}
