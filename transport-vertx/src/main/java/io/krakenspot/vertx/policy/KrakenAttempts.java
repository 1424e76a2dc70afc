package io.krakenspot.vertx.policy;

import io.github.resilience4j.retry.Retry;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.ReconnectPolicy.Attempts;
import io.krakenspot.port.ReconnectPolicy.Decision;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The attempts of one connection: an outage lasts from its first failure until it is stable. */
final class KrakenAttempts implements Attempts {
  private final Rules rules;
  private final Retry retry;
  private final AttemptBudget budget;
  private Retry.AsyncContext<?> outage;

  KrakenAttempts(Rules rules, Retry retry, AttemptBudget budget) {
    this.rules = rules;
    this.retry = retry;
    this.budget = budget;
    this.outage = retry.asyncContext();
  }

  @Override
  public Decision next(@Nullable LinkClosed cause, SystemStatus.State lastState) {
    if (cause == null) {
      return dialIn(0, "first attempt");
    }
    String verdict = rules.verdict(cause);
    return verdict != null ? Decision.giveUp(verdict) : again(cause, lastState);
  }

  private Decision again(LinkClosed cause, SystemStatus.State lastState) {
    long pace = outage.onError(new ConnectionFailedException(cause.reason(), null));
    long millis = Math.max(pace, rules.floorMillis(cause, lastState));
    if (Rules.isBan(cause)) {
      budget.pause(Duration.ofMillis(millis));
    }
    return dialIn(TimeUnit.MILLISECONDS.toNanos(millis), "after: " + cause.reason());
  }

  private Decision dialIn(long wanted, String why) {
    long due = budget.reserve();
    if (due <= wanted) {
      return Decision.dialIn(wanted, why + "; dialling in " + seconds(wanted));
    }
    String held = "; held back to " + seconds(due) + " by the budget of " + budget;
    return Decision.dialIn(due, why + held);
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
  }

  @Override
  public void stable() {
    outage.onComplete();
    outage = retry.asyncContext();
  }
}
