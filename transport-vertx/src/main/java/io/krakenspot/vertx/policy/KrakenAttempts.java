package io.krakenspot.vertx.policy;

import io.github.resilience4j.retry.Retry;
import io.krakenspot.failure.ConnectionFailedException;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkClosed.Kind;
import io.krakenspot.port.Loop;
import io.krakenspot.port.ReconnectPolicy.Attempts;
import io.krakenspot.port.ReconnectPolicy.Decision;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one connection. What happens to its own links decides on its own pace; what the
 * host does, and what all attempts of the process come to, is asked of the gate.
 */
final class KrakenAttempts implements Attempts {
  private final Rules rules;
  private final Retry retry;
  private final AttemptBudget budget;
  private final HostGate gate;
  private final Loop loop;
  private Retry.AsyncContext<?> drops;
  private String reason = "first attempt";
  private long notBefore;

  KrakenAttempts(Rules rules, Retry retry, AttemptBudget budget, HostGate gate, Loop loop) {
    this.rules = rules;
    this.retry = retry;
    this.budget = budget;
    this.gate = gate;
    this.loop = loop;
    this.drops = retry.asyncContext();
    this.notBefore = loop.nanoTime();
  }

  @Override
  public Decision next(@Nullable LinkClosed cause, SystemStatus.State lastState) {
    if (cause == null) {
      return ask();
    }
    String verdict = rules.verdict(cause);
    if (verdict != null) {
      gate.abandoned(this);
      return Decision.giveUp(verdict);
    }
    reason = "after: " + cause.reason();
    if (cause.kind() == Kind.UNREACHABLE || cause.kind() == Kind.REFUSED) {
      hostFailed(cause);
    } else {
      dropped(cause, lastState);
    }
    return ask();
  }

  private void hostFailed(LinkClosed cause) {
    Duration asked = rules.asked(cause);
    gate.failed(rules, Rules.isBan(cause) ? budget.banned(rules, asked) : asked);
    notBefore = loop.nanoTime();
  }

  private void dropped(LinkClosed cause, SystemStatus.State lastState) {
    gate.abandoned(this);
    long millis = drops.onError(new ConnectionFailedException(cause.reason(), null));
    if (!lastState.atWork()) {
      gate.slowDown();
      millis = Math.max(millis, rules.shortestMillis());
    }
    notBefore = loop.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Override
  public Decision review(Decision waiting, long leftNanos) {
    return ask();
  }

  private Decision ask() {
    long left = notBefore - loop.nanoTime();
    if (left > 0) {
      return Decision.dialIn(left, reason + "; dialling in " + Rules.seconds(left));
    }
    Hold hold = gate.enter(this, rules);
    return hold.nanos() == 0
        ? Decision.dialIn(0, reason)
        : Decision.dialIn(hold.nanos(), reason + "; " + hold.why());
  }

  @Override
  public void opened() {
    gate.opened();
  }

  @Override
  public void stable() {
    drops.onComplete();
    drops = retry.asyncContext();
    gate.stable();
    budget.unbanned();
  }

  @Override
  public void abandoned() {
    gate.abandoned(this);
  }
}
