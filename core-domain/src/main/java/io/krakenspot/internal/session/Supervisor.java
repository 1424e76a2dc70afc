package io.krakenspot.internal.session;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.Frame;
import io.krakenspot.port.Host;
import io.krakenspot.port.Link;
import io.krakenspot.port.LinkClosed;
import io.krakenspot.port.LinkListener;
import io.krakenspot.port.Loop;
import io.krakenspot.port.ReconnectPolicy;
import io.krakenspot.port.Transport;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one link standing: asks the policy, dials, and hands a lost link's cause back to the
 * policy. Lives on the loop.
 */
final class Supervisor {
  /** What a supervisor tells. */
  interface Owner {
    void linkUp();

    void frame(Frame frame);

    void linkDown(LinkClosed cause);

    void connection(ConnectionEvent event);

    void gaveUp(String why);
  }

  /**
   * A wait is reviewed this often: another connection may have found the host well again. It is
   * Kraken's least time between slow attempts, so that a review hardly delays one.
   */
  private static final Duration REVIEW = Duration.ofSeconds(5);

  /** A wait that changes by less is no news. */
  private static final long NEWS_NANOS = Duration.ofMillis(100).toNanos();

  private final Transport transport;
  private final Loop loop;
  private final Host host;
  private final int number;
  private final URI uri;
  private final Owner owner;
  private final ReconnectPolicy.Attempts attempts;
  private final Duration stableAfter;
  private ConnectionEvent event;
  private SystemStatus.State lastState = SystemStatus.State.UNKNOWN;
  private @Nullable Link link;
  private Loop.@Nullable Timer timer;
  private boolean stoodLong;
  private int attempt;
  private long toldDue;

  Supervisor(
      Transport transport,
      Loop loop,
      Host host,
      int number,
      URI uri,
      ReconnectPolicy policy,
      Duration stableAfter,
      Owner owner) {
    this.transport = transport;
    this.loop = loop;
    this.host = host;
    this.number = number;
    this.uri = uri;
    this.event = new ConnectionEvent(host, number, ConnectionState.IDLE, 0, 0, "");
    this.owner = owner;
    this.attempts = policy.attempts(loop, uri);
    this.stableAfter = stableAfter;
  }

  void start() {
    if (event.state() == ConnectionState.IDLE) {
      arrange(null);
    }
  }

  boolean ready() {
    return event.state() == ConnectionState.READY;
  }

  boolean closed() {
    return event.state() == ConnectionState.CLOSED;
  }

  ConnectionEvent event() {
    return event;
  }

  void engine(SystemStatus.State state) {
    lastState = state;
    settle();
  }

  boolean send(String text) {
    return link != null && link.send(text);
  }

  /** The link counts as lost, whatever its socket believes. */
  void abandon(String why) {
    lost(new LinkClosed(LinkClosed.Kind.LOST, 0, why, null));
  }

  void close(String why) {
    if (closed()) {
      return;
    }
    Link last = link;
    boolean stood = ready();
    if (event.state() == ConnectionState.CONNECTING) {
      attempts.abandoned();
    }
    link = null;
    cancelTimer();
    tell(ConnectionState.CLOSED, 0, why);
    if (last != null) {
      last.close();
    }
    if (stood) {
      owner.linkDown(LinkClosed.byUs(why));
    }
  }

  private void arrange(@Nullable LinkClosed cause) {
    follow(attempts.next(cause, lastState));
  }

  private void follow(ReconnectPolicy.Decision decision) {
    if (decision.giveUp()) {
      close(decision.why());
      owner.gaveUp(decision.why());
    } else if (decision.delayNanos() == 0) {
      dial(decision.why());
    } else {
      await(decision);
    }
  }

  private void await(ReconnectPolicy.Decision decision) {
    long delay = decision.delayNanos();
    long due = loop.nanoTime() + delay;
    timer =
        loop.schedule(
            Duration.ofNanos(Math.min(delay, REVIEW.toNanos())),
            () -> follow(attempts.review(decision, Math.max(0, due - loop.nanoTime()))));
    boolean told = event.state() == ConnectionState.WAITING;
    if (!told || Math.abs(due - toldDue) > NEWS_NANOS) {
      toldDue = due;
      tell(ConnectionState.WAITING, delay, decision.why());
    }
  }

  private void dial(String why) {
    timer = null;
    attempt++;
    tell(ConnectionState.CONNECTING, 0, why);
    OneLink listener = new OneLink();
    Link dialling;
    try {
      dialling = transport.connect(loop, uri, listener);
    } catch (RuntimeException failure) {
      String never = "cannot dial " + uri + ": " + failure.getMessage();
      close(never);
      owner.gaveUp(never);
      return;
    }
    listener.link = dialling;
    link = dialling;
    if (listener.cause != null) {
      lost(listener.cause);
    }
  }

  private void opened() {
    attempt = 0;
    attempts.opened();
    timer = loop.schedule(stableAfter, this::stood);
    tell(ConnectionState.READY, 0, uri.toString());
    owner.linkUp();
  }

  private void stood() {
    stoodLong = true;
    settle();
  }

  /** The link counts as healthy once it has stood for long and the engine is at work. */
  private void settle() {
    if (stoodLong && lastState.atWork()) {
      stoodLong = false;
      attempts.stable();
    }
  }

  private void lost(LinkClosed cause) {
    Link last = link;
    boolean stood = ready();
    stoodLong = false;
    link = null;
    cancelTimer();
    if (last != null) {
      last.close();
    }
    if (stood) {
      owner.linkDown(cause);
    }
    if (!closed()) {
      arrange(cause);
    }
  }

  private void tell(ConnectionState state, long delayNanos, String detail) {
    event = new ConnectionEvent(host, number, state, attempt, delayNanos, detail);
    owner.connection(event);
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  /** The listener of one link: deaf once another link, or none, is the present one. */
  private final class OneLink implements LinkListener {
    private @Nullable Link link;
    private @Nullable LinkClosed cause;

    @Override
    public void opened() {
      if (present()) {
        Supervisor.this.opened();
      }
    }

    @Override
    public void frame(Frame frame) {
      if (present()) {
        owner.frame(frame);
      }
    }

    @Override
    public void closed(LinkClosed why) {
      boolean wasPresent = present();
      cause = why;
      if (wasPresent) {
        lost(why);
      }
    }

    private boolean present() {
      return cause == null && link != null && link == Supervisor.this.link;
    }
  }
}
