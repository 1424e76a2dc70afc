package io.krakenspot.testkit.exchange.internal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What both versions demand of a client's order id and of a deadline. */
public final class OrderTerms {
  private static final Pattern CLIENT_ID =
      Pattern.compile(
          "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32}|[ -~]{1,18}");

  private static final Duration SOONEST = Duration.ofMillis(500);
  private static final Duration LATEST = Duration.ofSeconds(60);

  private OrderTerms() {}

  /**
   * Checks the client's names of an order.
   *
   * @param clientId 36 or 32 characters of a UUID, or up to 18 of ASCII
   * @param userref which excludes the id
   * @throws Refusal if they do not fit
   */
  public static void checkNames(@Nullable String clientId, @Nullable Long userref) {
    boolean fits = clientId == null || CLIENT_ID.matcher(clientId).matches();
    if (!fits || (clientId != null && userref != null)) {
      throw Refusal.argument("cl_ord_id");
    }
  }

  /**
   * Checks a deadline.
   *
   * @param deadline from half a second to a minute ahead; null stands for five seconds
   * @param now the time
   * @return the deadline
   * @throws Refusal if it is over or out of range
   */
  public static @Nullable Instant deadline(@Nullable Instant deadline, Instant now) {
    if (deadline == null) {
      return null;
    }
    Duration ahead = Duration.between(now, deadline);
    if (ahead.isNegative() || ahead.isZero()) {
      throw new Refusal("EService:Deadline elapsed");
    }
    if (ahead.compareTo(SOONEST) < 0 || ahead.compareTo(LATEST) > 0) {
      throw Refusal.argument("deadline");
    }
    return deadline;
  }
}
