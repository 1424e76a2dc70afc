package io.krakenspot.vertx.internal;

import io.krakenspot.port.Token;
import io.krakenspot.port.TokenSource;
import java.util.concurrent.CompletionStage;

/** Asks the exchange for tokens. Source: Kraken REST {@code GetWebSocketsToken}. */
public final class RestTokenSource implements TokenSource {
  static final String METHOD = "GetWebSocketsToken";

  private final PrivateCalls calls;

  /**
   * Tokens for the owner of a key.
   *
   * @param calls with that key
   */
  public RestTokenSource(PrivateCalls calls) {
    this.calls = calls;
  }

  @Override
  public CompletionStage<Token> fetch() {
    return PrivateCalls.unwrapped(
        calls.call(METHOD, "", calls.deadline()).thenApply(RestTokenSource::token));
  }

  private static Token token(Answer answer) {
    if (answer.result().getValue("token") instanceof String text && !text.isBlank()) {
      return new Token(text);
    }
    throw answer.malformed("has no token");
  }
}
