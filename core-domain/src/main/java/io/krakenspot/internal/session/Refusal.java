package io.krakenspot.internal.session;

import io.krakenspot.order.Rejection;
import java.util.List;

/**
 * What Kraken's words for a refusal mean.
 *
 * <p>Source: Kraken "Spot errors" and the guides of WebSocket v1 and v2.
 */
final class Refusal {
  private static final List<String> PASSING =
      List.of(
          "Exceeded msg rate",
          "EAPI:Rate limit exceeded",
          "EGeneral:Internal error",
          "EGeneral:Too many requests",
          "EService:Busy",
          "EService:Throttled",
          "EService:Unavailable");

  private Refusal() {}

  /** Whether the token is not valid, or not any more. */
  static boolean ofToken(String error) {
    return Rejection.of(error).reason() == Rejection.Reason.SESSION;
  }

  /** Whether the link was asked more than it takes a second; the request is lost. */
  static boolean tooFast(String error) {
    return error.startsWith("Exceeded msg rate");
  }

  /** Whether the same request may be granted later. */
  static boolean passes(String error) {
    return PASSING.stream().anyMatch(error::startsWith);
  }
}
