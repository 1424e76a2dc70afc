package io.krakenspot.testkit.exchange.internal.access;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for WebSockets. One is good for 15 minutes, and longer on a connection that has used it
 * for a subscription. Safe for any thread.
 */
public final class Tokens {
  /** How long a token waits for its use. */
  public static final Duration VALIDITY = Duration.ofMinutes(15);

  private static final int BYTES = 32;

  private final Random chance;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  /** A token that was handed out. */
  private record Token(ApiKey owner, long issued) {}

  /**
   * Makes a place that hands out tokens.
   *
   * @param chance what they are made of
   */
  public Tokens(Random chance) {
    this.chance = chance;
  }

  /**
   * Hands out a token.
   *
   * @param owner to whom
   * @param nanoTime now
   * @return 43 characters
   */
  public String issue(ApiKey owner, long nanoTime) {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    tokens.put(text, new Token(owner, nanoTime));
    return text;
  }

  /**
   * Whose token it is.
   *
   * @param text as it stands in a request
   * @param held whether the connection has used it for a subscription
   * @param nanoTime now
   * @return null if it is unknown or too old
   */
  public @Nullable ApiKey owner(String text, boolean held, long nanoTime) {
    Token token = tokens.get(text);
    if (token == null) {
      return null;
    }
    return held || nanoTime - token.issued() < VALIDITY.toNanos() ? token.owner() : null;
  }

  /** No token that was handed out is good any more, wherever it is used. */
  public void expireAll() {
    tokens.clear();
  }
}
