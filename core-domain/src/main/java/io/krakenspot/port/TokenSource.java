package io.krakenspot.port;

import java.util.concurrent.CompletionStage;

/**
 * Where tokens come from: the REST call that {@link Transport#tokenSource} makes, or a user's own.
 * The session asks for a new token on each private link and when one was rejected; it asks once at
 * a time.
 */
@FunctionalInterface
public interface TokenSource {
  /**
   * Fetches a new token.
   *
   * @return the token; fails with a {@link io.krakenspot.failure.TokenRefusedException} if the
   *     exchange refuses, with another {@link io.krakenspot.failure.KrakenException} if it cannot
   *     be asked. Completes on any thread
   */
  CompletionStage<Token> fetch();
}
