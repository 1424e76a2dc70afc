package io.krakenspot.vertx.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Sends a form over HTTP; none of it may be logged or quoted. */
@FunctionalInterface
public interface Post {
  /**
   * Sends it.
   *
   * @param uri where to
   * @param headers besides those of every request
   * @param form the body, byte for byte, ASCII
   * @param within how long all of it may take
   * @param maxSize the longest answer, bytes
   * @return the body of an answer with status 200; fails with a {@link
   *     io.krakenspot.failure.ConnectionFailedException} otherwise
   */
  CompletionStage<byte[]> send(
      URI uri, Map<String, String> headers, String form, Duration within, int maxSize);
}
