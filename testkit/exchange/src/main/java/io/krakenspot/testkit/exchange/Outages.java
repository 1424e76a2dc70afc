package io.krakenspot.testkit.exchange;

import io.krakenspot.market.SystemStatus.State;
import io.krakenspot.port.Loop;
import java.time.Duration;

/** Outages of the whole exchange, which run by themselves once begun. Safe for any thread. */
public final class Outages {
  private static final Ending SERVICE_RESTART = new Ending(1012, "service restart");
  private static final int UNAVAILABLE = 503;

  private final Loop loop;
  private final TradingFloor floor;
  private final Door door;

  Outages(Loop loop, TradingFloor floor, Door door) {
    this.loop = loop;
    this.floor = floor;
    this.door = door;
  }

  /**
   * Closes every connection with 1012 and forgets all tokens; accounts, orders and books stay.
   * Clients may come back at once.
   */
  public void restart() {
    loop.execute(this::endAll);
  }

  private void endAll() {
    floor.tokens().expireAll();
    floor.open().forEach(connection -> connection.hangUp(SERVICE_RESTART));
  }

  /**
   * A maintenance window as Kraken has them: the state becomes {@code maintenance}; one step later
   * every connection is closed with 1012, tokens are forgotten, and newcomers get 503; after a
   * while they are let in, and the state is {@code cancel_only}, {@code post_only} and {@code
   * online}, a step each.
   *
   * @param away how long nobody is let in
   * @param step how long each state lasts
   */
  public void maintenance(Duration away, Duration step) {
    loop.execute(() -> floor.state(State.MAINTENANCE));
    Duration back = step.plus(away);
    after(
        step,
        () -> {
          door.answer(DoorAnswer.status(UNAVAILABLE));
          endAll();
        });
    after(
        back,
        () -> {
          floor.state(State.CANCEL_ONLY);
          door.open();
        });
    after(back.plus(step), () -> floor.state(State.POST_ONLY));
    after(back.plus(step.multipliedBy(2)), () -> floor.state(State.ONLINE));
  }

  /** From the loop, where now is when it runs. */
  private void after(Duration delay, Runnable task) {
    loop.execute(() -> floor.later(delay, task));
  }
}
