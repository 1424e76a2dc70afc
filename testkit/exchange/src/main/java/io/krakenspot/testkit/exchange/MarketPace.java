package io.krakenspot.testkit.exchange;

import io.krakenspot.port.Loop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes things happen so many times a second, as exactly as the loop's timers allow. */
final class MarketPace {
  private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(1);
  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Loop loop;
  private final Runnable step;
  private double perSecond;
  private double owed;
  private long last;
  private Loop.@Nullable Timer timer;

  MarketPace(Loop loop, Runnable step) {
    this.loop = loop;
    this.step = step;
  }

  void perSecond(double rate) {
    stop();
    perSecond = rate;
    owed = 0;
    last = loop.nanoTime();
    if (rate > 0) {
      schedule();
    }
  }

  private void schedule() {
    long period = Math.max(SHORTEST, Math.round(SECOND / perSecond));
    timer = loop.schedule(Duration.ofNanos(period), this::tick);
  }

  /** What a stalled loop could not do is forgotten after a second. */
  private void tick() {
    schedule();
    long now = loop.nanoTime();
    owed = Math.min(perSecond, owed + (perSecond * (now - last) / SECOND));
    owed = Math.max(owed, 1);
    last = now;
    for (; owed >= 1; owed--) {
      step.run();
    }
  }

  void stop() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
