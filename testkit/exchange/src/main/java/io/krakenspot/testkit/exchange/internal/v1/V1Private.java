package io.krakenspot.testkit.exchange.internal.v1;

import io.krakenspot.testkit.exchange.Path;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import java.util.Set;

/** Private requests of v1: the place where accounts will answer. There are none yet. */
final class V1Private {
  private static final Set<String> EVENTS =
      Set.of(
          "addOrder",
          "editOrder",
          "amendOrder",
          "cancelOrder",
          "cancelAll",
          "cancelAllOrdersAfter");

  private V1Private() {}

  static boolean handles(String event) {
    return EVENTS.contains(event);
  }

  /** Every token is unknown, so every private request is refused. */
  static String refusal(Path path) {
    return path.marketData() ? Texts.PRIVATE_ELSEWHERE : Texts.INVALID_SESSION;
  }
}
