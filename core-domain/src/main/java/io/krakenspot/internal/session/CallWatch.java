package io.krakenspot.internal.session;

import io.krakenspot.internal.session.SlowCalls.Phase;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Loop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Times the calls of one subscription, which come one at a time. While a call waits for its
 * executor or runs on it, a timer on the loop watches it; one timer serves many calls. Safe for any
 * thread.
 */
final class CallWatch {
  private final Loop loop;
  private final SlowCalls slow;
  private @Nullable Call present;
  private @Nullable Call named;
  private Loop.@Nullable Timer timer;
  private boolean watching;
  private boolean over;

  CallWatch(Loop loop, SlowCalls slow) {
    this.loop = loop;
    this.slow = slow;
  }

  /** A task was handed to the executor. */
  synchronized void handedOver() {
    if (!slow.onLoop()) {
      begin(new Call(null, Phase.WAITING, loop.nanoTime()));
    }
  }

  /** The executor begins a call, and has finished the one before. */
  synchronized void begins(@Nullable Pair pair) {
    finish();
    begin(new Call(pair, Phase.RUNNING, loop.nanoTime()));
  }

  /** The executor has nothing left to do. */
  synchronized void idle() {
    finish();
    present = null;
  }

  /** No timer from now on. On the loop. */
  synchronized void over() {
    over = true;
    if (timer != null) {
      timer.cancel();
    }
  }

  private void begin(Call call) {
    present = call;
    if (!watching && !over && !slow.onLoop()) {
      watching = true;
      loop.execute(this::arm);
    }
  }

  private void finish() {
    Call call = present;
    if (call != null && slow.tooLong(call.since)) {
      long nanos = loop.nanoTime() - call.since;
      Phase phase = call.phase == Phase.WAITING ? Phase.WAITED : Phase.DONE;
      loop.execute(() -> slow.tell(call.pair, phase, nanos));
    }
  }

  private synchronized void arm() {
    if (!over) {
      timer = loop.schedule(slow.limit(), this::look);
    }
  }

  private void look() {
    Call call = watched();
    if (call != null) {
      slow.tell(call.pair, call.phase, loop.nanoTime() - call.since);
    }
  }

  /** The present call if it is to be named now. */
  private synchronized @Nullable Call watched() {
    Call call = present;
    if (call == null || over) {
      watching = false;
      return null;
    }
    long left = slow.limit().toNanos() - (loop.nanoTime() - call.since);
    boolean due = left <= 0;
    timer = loop.schedule(due ? slow.limit() : Duration.ofNanos(left), this::look);
    if (!due || call == named) {
      return null;
    }
    named = call;
    return call;
  }

  private static final class Call {
    private final @Nullable Pair pair;
    private final Phase phase;
    private final long since;

    Call(@Nullable Pair pair, Phase phase, long since) {
      this.pair = pair;
      this.phase = phase;
      this.since = since;
    }
  }
}
