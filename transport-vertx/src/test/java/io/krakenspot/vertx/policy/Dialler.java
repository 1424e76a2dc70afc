package io.krakenspot.vertx.policy;

import io.krakenspot.market.SystemStatus.State;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkClosed.Kind;
import io.krakenspot.port.Loop;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.ReconnectPolicy.Decision;
import io.krakenspot.port.VirtualLoop;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One connection, kept up by a policy as a session does it, with timers as late as is wanted. */
final class Dialler {
  private static final Duration REVIEW = Duration.ofSeconds(5);
  private static final Duration STABLE = Duration.ofSeconds(60);

  final URI uri;
  private final VirtualLoop loop;
  private final ReconnectPolicy.Attempts attempts;
  private final Supplier<Duration> lateness;
  private final Consumer<Dialler> exchange;
  private Loop.Timer timer;
  private boolean dialling;
  private boolean standing;
  private boolean closed;

  Dialler(
      VirtualLoop loop,
      ReconnectPolicy policy,
      URI uri,
      Supplier<Duration> lateness,
      Consumer<Dialler> exchange) {
    this.uri = uri;
    this.loop = loop;
    this.attempts = policy.attempts(loop, uri);
    this.lateness = lateness;
    this.exchange = exchange;
  }

  void start() {
    follow(attempts.next(null, State.UNKNOWN));
  }

  private void follow(Decision decision) {
    if (decision.giveUp()) {
      closed = true;
    } else if (decision.delayNanos() == 0) {
      dialling = true;
      exchange.accept(this);
    } else {
      await(decision);
    }
  }

  private void await(Decision decision) {
    Duration delay = Duration.ofNanos(decision.delayNanos());
    long due = loop.nanoTime() + decision.delayNanos();
    Duration wait = delay.compareTo(REVIEW) < 0 ? delay : REVIEW;
    timer =
        loop.schedule(
            wait.plus(lateness.get()),
            () -> follow(attempts.review(decision, Math.max(0, due - loop.nanoTime()))));
  }

  boolean standing() {
    return standing;
  }

  boolean closed() {
    return closed;
  }

  /** The exchange takes the call; the engine is as it should be. */
  void open() {
    if (!closed) {
      dialling = false;
      standing = true;
      attempts.opened();
      timer = loop.schedule(STABLE, attempts::stable);
    }
  }

  void lose(State lastState) {
    end(new LinkClosed(Kind.LOST, 1006, "cut", null), lastState);
  }

  void refuse(int status, Duration retryAfter) {
    end(new LinkClosed(Kind.REFUSED, status, "HTTP " + status, retryAfter), State.UNKNOWN);
  }

  void fail() {
    end(new LinkClosed(Kind.UNREACHABLE, 0, "no route", null), State.UNKNOWN);
  }

  void end(LinkClosed cause, State lastState) {
    if (!closed) {
      cancelTimer();
      dialling = false;
      standing = false;
      follow(attempts.next(cause, lastState));
    }
  }

  void close() {
    closed = true;
    standing = false;
    cancelTimer();
    if (dialling) {
      attempts.abandoned();
    }
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel();
    }
  }
}
