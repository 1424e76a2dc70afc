package io.krakenspot.vertx.internal;

import io.krakenspot.failure.TokenRefusedException;

/** What Kraken's errors mean to somebody who asks for private data. Source: Kraken REST errors. */
enum Refusal {
  KEY("EAPI:Invalid key", false, "check the API key: it is wrong, expired or deleted"),
  SIGNATURE("EAPI:Invalid signature", false, "check the API secret: it is not that of the key"),
  PERMISSION("EGeneral:Permission denied", false, "give the API key the permission "),
  ARGUMENTS("EGeneral:Invalid arguments", false, ""),
  METHOD("EGeneral:Unknown method", false, "check the address of REST calls"),
  NONCE(
      "EAPI:Invalid nonce",
      true,
      "another program uses larger nonces with this API key, or the clock here is slow: "
          + "give each program a key of its own and set the clock"),
  RATE("EAPI:Rate limit exceeded", true, "wait some seconds and ask less often"),
  LOCKOUT("EGeneral:Temporary lockout", true, "nothing is sent for 15 minutes, then try again"),
  SERVICE("EService:", true, "Kraken is busy or down: try again later"),
  OTHER("", true, "");

  private static final String WEB_SOCKETS = "'WebSocket interface - On'";
  private static final String ORDERS =
      "'Query open orders & trades' and 'Query closed orders & trades'";

  private final String error;
  private final boolean passing;
  private final String advice;

  Refusal(String error, boolean passing, String advice) {
    this.error = error;
    this.passing = passing;
    this.advice = advice;
  }

  static TokenRefusedException of(Answer answer) {
    for (Refusal refusal : values()) {
      if (answer.says(refusal.error)) {
        return refusal.of(answer.method(), answer.words());
      }
    }
    throw new IllegalArgumentException("no refusal: " + answer);
  }

  private TokenRefusedException of(String method, String text) {
    String todo = this == PERMISSION ? advice + permissionOf(method) : advice;
    return new TokenRefusedException(
        method + " refused: " + text + (todo.isEmpty() ? "" : "; " + todo), passing);
  }

  private static String permissionOf(String method) {
    return method.equals(RestTokenSource.METHOD) ? WEB_SOCKETS : ORDERS;
  }

  boolean in(Answer answer) {
    return answer.says(error);
  }
}
