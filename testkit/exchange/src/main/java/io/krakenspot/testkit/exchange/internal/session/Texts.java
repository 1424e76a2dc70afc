package io.krakenspot.testkit.exchange.internal.session;

/** Error texts that both versions share. */
public final class Texts {
  /** Not JSON, or not an object. */
  public static final String MALFORMED = "Malformed request";

  /** Too many requests. */
  public static final String EXCEEDED = "Exceeded msg rate";

  /** Nothing private on a public host. */
  public static final String PRIVATE_ELSEWHERE =
      "Private data and trading are unavailable on this endpoint. Try ws-auth.kraken.com";

  /** Nothing public on a private host. */
  public static final String PUBLIC_ELSEWHERE =
      "Public market data subscriptions are unavailable on this endpoint. Try ws.kraken.com";

  /** No single orders on the host of accounts. */
  public static final String LEVEL3_ELSEWHERE =
      "Level 3 data subscriptions are unavailable on this endpoint. Try ws-l3.kraken.com";

  /** The key may not do it. */
  public static final String PERMISSION_DENIED = "EGeneral:Permission denied";

  /** Unknown or expired token. */
  public static final String INVALID_SESSION = "ESession:Invalid session";

  /** The same subscription again. */
  public static final String ALREADY_SUBSCRIBED = "Already subscribed";

  /** No such subscription to end. */
  public static final String NOT_SUBSCRIBED = "Subscription Not Found";

  /** Unknown channel. */
  public static final String NAME_INVALID = "Subscription name invalid";

  private static final String NOT_SUPPORTED = "Currency pair not supported ";
  private static final String NOT_A_PAIR = "Currency pair not in ISO 4217-A3 format ";

  private Texts() {}

  /**
   * Why a pair is refused.
   *
   * @param given what the client wrote
   * @return the text, which depends on whether it looks like a pair
   */
  public static String badPair(String given) {
    return (given.matches("[^/]+/[^/]+") ? NOT_SUPPORTED : NOT_A_PAIR) + given;
  }
}
