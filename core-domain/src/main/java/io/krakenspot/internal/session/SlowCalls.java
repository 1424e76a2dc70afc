package io.krakenspot.internal.session;

import io.krakenspot.market.Pair;
import io.krakenspot.port.Loop;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Names the calls of one subscription that take too long, at most once a second. Lives on the loop,
 * except for {@link #tooLong}.
 */
final class SlowCalls {
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  /** What a call is waiting for, or has waited for. */
  enum Phase {
    WAITING("has been waiting for its executor for"),
    WAITED("waited for its executor for"),
    RUNNING("has been running for"),
    DONE("took");

    private final String words;

    Phase(String words) {
      this.words = words;
    }
  }

  private final Loop loop;
  private final String topic;
  private final Duration limit;
  private final boolean onLoop;
  private final Consumer<String> warn;
  private boolean told;
  private long lastTold;
  private long untold;

  SlowCalls(Loop loop, String topic, Duration limit, boolean onLoop, Consumer<String> warn) {
    this.loop = loop;
    this.topic = topic;
    this.limit = limit;
    this.onLoop = onLoop;
    this.warn = warn;
  }

  Duration limit() {
    return limit;
  }

  boolean onLoop() {
    return onLoop;
  }

  boolean tooLong(long since) {
    return loop.nanoTime() - since > limit.toNanos();
  }

  void tell(@Nullable Pair pair, Phase phase, long nanos) {
    long now = loop.nanoTime();
    if (told && now - lastTold < PAUSE_NANOS) {
      untold++;
      return;
    }
    warn.accept(text(pair, phase, Duration.ofNanos(nanos).toMillis()));
    told = true;
    lastTold = now;
    untold = 0;
  }

  private String text(@Nullable Pair pair, Phase phase, long millis) {
    return "slow callback: "
        + topic
        + (pair == null ? "" : " " + pair)
        + " "
        + phase.words
        + " "
        + millis
        + " ms, more than "
        + limit.toMillis()
        + " ms"
        + (onLoop ? "; it is called on the loop and blocks all events: choose an executor" : "")
        + (untold == 0 ? "" : "; " + untold + " more since the last warning");
  }
}
