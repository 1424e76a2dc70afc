package io.krakenspot.vertx.policy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One host as the whole process sees it. While it is down or refuses, the gate is shut and lets one
 * connection through now and then to try it for all; afterwards attempts are spaced, until a link
 * is healthy again. Safe for threads.
 *
 * <p>The breaker opens only by order: its own statistics would override Kraken's rule.
 */
final class HostGate {
  /** A trial of which nothing was heard for so long has no owner any more. */
  private static final long TRIAL_LOST_NANOS = KrakenReconnect.LONGEST_DIAL.toNanos();

  private final String host;
  private final AttemptBudget budget;
  private final CircuitBreaker breaker;
  private boolean slow;
  private int failures;
  private long lastDial;
  private long shutUntil;
  private long askedUntil;
  private String whyShut = "";
  private @Nullable Object trial;

  HostGate(String host, AttemptBudget budget) {
    this.host = host;
    this.budget = budget;
    this.breaker =
        CircuitBreaker.of(
            host,
            CircuitBreakerConfig.custom()
                .clock(new NanoClock(budget::elapsed))
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
  }

  /** Lets an attempt through, which then counts and must be made, or says what holds it. */
  synchronized Hold enter(Object who, Rules rules) {
    long now = budget.elapsed();
    releaseLostTrial(now);
    if (!breaker.tryAcquirePermission()) {
      return shut(now, rules);
    }
    Hold hold = budget.take(slow ? rules.shortest() : Duration.ZERO);
    if (hold.nanos() > 0) {
      breaker.releasePermission();
      return hold;
    }
    lastDial = now;
    trial = breaker.getState() == State.HALF_OPEN ? who : null;
    return Hold.NONE;
  }

  private Hold shut(long now, Rules rules) {
    return breaker.getState() == State.OPEN
        ? new Hold(Math.max(1, shutUntil - now + 1), whyShut)
        : new Hold(rules.shortest().toNanos(), host + " is being tried by another connection");
  }

  private void releaseLostTrial(long now) {
    if (trial != null && now - lastDial > TRIAL_LOST_NANOS) {
      endTrial();
    }
  }

  /**
   * The host could not be reached or refused: nobody dials it for a while, longer each time. The
   * time counts from the attempt, so that one that hangs does not put off the next.
   */
  synchronized void failed(Rules rules, Duration asked) {
    long now = budget.elapsed();
    slowDown();
    askedUntil = Math.max(askedUntil, now + asked.toNanos());
    boolean straggler = breaker.getState() == State.OPEN && shutUntil > now;
    if (straggler) {
      shutUntil = Math.max(shutUntil, askedUntil);
    } else {
      failures++;
      long paced = lastDial + rules.outageNanos(failures);
      shutUntil = Math.max(Math.max(paced, now + rules.shortest().toNanos()), askedUntil);
    }
    whyShut = host + " is down; all connections wait " + Rules.seconds(shutUntil - now);
    trial = null;
    breaker.transitionToOpenStateFor(Duration.ofNanos(shutUntil - now));
  }

  /** The exchange is not itself: until a link is healthy, attempts are spaced. */
  synchronized void slowDown() {
    if (!slow) {
      slow = true;
      budget.spaceFrom(lastDial);
    }
  }

  /** A link stands. Where it is the first after an outage, other hosts are worth a try as well. */
  void opened() {
    if (open()) {
      budget.hosts().forEach(HostGate::hasten);
    }
  }

  private synchronized boolean open() {
    trial = null;
    boolean wasShut = breaker.getState() != State.CLOSED;
    breaker.transitionToClosedState();
    return wasShut;
  }

  private synchronized void hasten() {
    if (breaker.getState() == State.OPEN && askedUntil < shutUntil) {
      long now = budget.elapsed();
      shutUntil = Math.max(now, askedUntil);
      breaker.transitionToOpenStateFor(Duration.ofNanos(shutUntil - now));
    }
  }

  /** A link is healthy. */
  synchronized void stable() {
    failures = 0;
    slow = false;
  }

  /** The attempt came to nothing that says anything of the host. */
  synchronized void abandoned(Object who) {
    if (trial == who) {
      endTrial();
    }
  }

  private void endTrial() {
    trial = null;
    breaker.releasePermission();
  }
}
