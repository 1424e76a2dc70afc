package io.krakenspot.testkit.chaos;

import io.krakenspot.client.KrakenClientBuilder;
import io.krakenspot.port.TokenSource;

/**
 * Who trades in a run. The account is open at the exchange already.
 *
 * @param name for people, for example {@code v2}
 * @param key the public part of the API key
 * @param secret the private part, which nothing may tell
 * @param builder of the client, with version, transport, server and credentials
 * @param tokens where the client's tokens come from
 */
public record ChaosAccount(
    String name, String key, String secret, KrakenClientBuilder builder, TokenSource tokens) {
  /** Says nothing of the secret. */
  @Override
  public String toString() {
    return "ChaosAccount[" + name + "]";
  }
}
