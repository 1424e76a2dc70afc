package io.krakenspot.internal.session;

import io.krakenspot.client.DeadMansSwitch;
import io.krakenspot.client.DeadMansSwitch.Event.Kind;
import io.krakenspot.client.Trading;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.order.Fate;
import io.krakenspot.order.SwitchTimes;
import io.krakenspot.port.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A dead man's switch that is renewed while the account's feed is healthy. Lives on the loop,
 * except for {@link #close}.
 */
final class RenewedSwitch implements DeadMansSwitch, AccountDesk.Watcher {
  private static final int RENEWALS = 3;

  private final Loop loop;
  private final AccountDesk desk;
  private final Trading trading;
  private final Duration timeout;
  private final Consumer<? super Event> listener;
  private final Outlet.ListenerFailures failures;
  private final Unconfirmed unconfirmed = new Unconfirmed();
  private Loop.@Nullable Timer renewal;
  private Loop.@Nullable Timer warning;
  private Loop.@Nullable Timer firing;
  private @Nullable Instant firesAt;
  private boolean inDoubt;
  private boolean standstill;
  private boolean closed;

  RenewedSwitch(
      Loop loop,
      AccountDesk desk,
      Trading trading,
      Duration timeout,
      Consumer<? super Event> listener,
      Outlet.ListenerFailures failures) {
    this.loop = loop;
    this.desk = desk;
    this.trading = trading;
    this.timeout = timeout;
    this.listener = listener;
    this.failures = failures;
  }

  void start() {
    tell(
        Kind.ACCOUNT_WIDE,
        "unless renewed, all orders of the account are cancelled after "
            + timeout
            + ", whoever placed them");
    desk.watch(this);
    if (desk.healthy()) {
      renew();
    }
  }

  @Override
  public void health(boolean healthy) {
    if (closed) {
      return;
    }
    if (healthy && renewal == null && !standstill) {
      renew();
    } else if (!healthy) {
      renewal = cancel(renewal);
      tell(Kind.NOT_RENEWED, "the account's feed is not healthy");
    }
  }

  /**
   * An engine that only cancels may go into maintenance next, in which nothing can be switched off;
   * nothing trades in either.
   */
  @Override
  public void engine(SystemStatus.State state) {
    if (closed || state == SystemStatus.State.UNKNOWN) {
      return;
    }
    boolean still =
        state == SystemStatus.State.MAINTENANCE || state == SystemStatus.State.CANCEL_ONLY;
    if (still && !standstill) {
      standstill = true;
      renewal = cancel(renewal);
      switchOff();
    } else if (!still && standstill) {
      standstill = false;
      health(desk.healthy());
    }
  }

  private void renew() {
    renewal = loop.schedule(timeout.dividedBy(RENEWALS), this::renew);
    long request = unconfirmed.asked();
    var unused = trading.cancelAllAfter(timeout).thenAccept(fate -> renewed(request, fate));
  }

  private void renewed(long request, Fate<SwitchTimes> fate) {
    unconfirmed.answered(request, fate);
    if (closed || standstill) {
      return;
    }
    if (fate instanceof Fate.Accepted<SwitchTimes> accepted) {
      inDoubt = false;
      Instant told = accepted.result().triggerTime();
      firesAt = told == null ? loop.now().plus(timeout) : told;
      armed();
      tell(Kind.RENEWED, "fires at " + firesAt);
      return;
    }
    tell(Kind.NOT_RENEWED, fate.toString());
    refused();
    if (fate instanceof Fate.Unknown<SwitchTimes> && firing == null) {
      armed();
    }
  }

  /**
   * The exchange counts from the request on, so this is never too early by more than the latency.
   */
  private void armed() {
    disarmed();
    warning =
        loop.schedule(
            timeout.minus(timeout.dividedBy(RENEWALS)),
            () ->
                tell(Kind.ABOUT_TO_FIRE, "fires within " + timeout.dividedBy(RENEWALS) + doubt()));
    firing = loop.schedule(timeout, this::timePassed);
  }

  private String doubt() {
    return unconfirmed.none() ? "" : ", unless a request that was not answered took effect";
  }

  private void timePassed() {
    firing = null;
    firesAt = null;
    if (unconfirmed.none()) {
      tell(Kind.FIRED, "its time has passed");
    } else {
      inDoubt = true;
      tell(
          Kind.MAY_HAVE_FIRED,
          "its time has passed" + doubt() + "; look at the account's open orders");
    }
  }

  /** Whether it fired is known once no request is left that may have put it off. */
  private void refused() {
    if (inDoubt && unconfirmed.none()) {
      inDoubt = false;
      tell(Kind.FIRED, "its time has passed, and the exchange refused to put it off");
    }
  }

  private void switchOff() {
    String why = "the trading engine stands still";
    long request = unconfirmed.asked();
    var unused =
        trading
            .cancelAllAfter(Duration.ZERO)
            .thenAccept(
                fate -> {
                  unconfirmed.answered(request, fate);
                  if (closed || !standstill) {
                    return;
                  }
                  if (fate instanceof Fate.Accepted<SwitchTimes>) {
                    inDoubt = false;
                    firesAt = null;
                    disarmed();
                    tell(Kind.OFF, why);
                  } else {
                    tell(Kind.NOT_RENEWED, why + ", but the switch could not be set off: " + fate);
                    refused();
                  }
                });
  }

  private void disarmed() {
    warning = cancel(warning);
    firing = cancel(firing);
  }

  @Override
  public void close() {
    loop.execute(
        () -> {
          if (!closed) {
            closed = true;
            renewal = cancel(renewal);
            desk.forget(this);
            disarmed();
            switchOffForGood();
          }
        });
  }

  /** It stays set at the exchange; nobody renews it. */
  @Override
  public void closed() {
    closed = true;
    renewal = cancel(renewal);
    disarmed();
    Instant latest = unconfirmed.none() ? firesAt : loop.now().plus(timeout);
    if (latest == null) {
      tell(Kind.OFF, "the client was closed; it is not set at the exchange");
    } else {
      tell(
          Kind.NOT_RENEWED,
          "the client was closed and the switch was not: it stays set at the exchange, and all"
              + " orders of the account are cancelled at "
              + latest
              + " at the latest");
    }
  }

  private void switchOffForGood() {
    String why = "closed by the user";
    if (!desk.commands().linked()) {
      tell(Kind.OFF, why + "; there is no link, so it may still fire at the exchange");
      return;
    }
    var unused =
        trading
            .cancelAllAfter(Duration.ZERO)
            .thenAccept(
                fate ->
                    tell(
                        Kind.OFF,
                        fate instanceof Fate.Accepted<SwitchTimes>
                            ? why
                            : why + ", but the exchange has not confirmed it: " + fate));
  }

  private void tell(Kind kind, String detail) {
    try {
      listener.accept(new Event(kind, detail));
    } catch (Throwable failure) {
      failures.report(failure);
    }
  }

  private static Loop.@Nullable Timer cancel(Loop.@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
    return null;
  }

  /** Requests to put it off, or to switch it off, of which nobody knows whether they did. */
  private static final class Unconfirmed {
    private final NavigableSet<Long> requests = new TreeSet<>();
    private long last;

    long asked() {
      requests.add(++last);
      return last;
    }

    /**
     * What came before a request that took effect matters no more, nor before one that may have.
     */
    void answered(long request, Fate<SwitchTimes> fate) {
      if (fate instanceof Fate.Unknown<SwitchTimes>) {
        requests.headSet(request).clear();
      } else if (fate instanceof Fate.Accepted<SwitchTimes>) {
        requests.headSet(request, true).clear();
      } else {
        requests.remove(request);
      }
    }

    boolean none() {
      return requests.isEmpty();
    }
  }
}
