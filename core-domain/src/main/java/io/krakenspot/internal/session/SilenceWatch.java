package io.krakenspot.internal.session;

import io.krakenspot.market.SystemStatus;
import io.krakenspot.port.Loop;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Notices streams that used to be busy and have fallen silent on a link that is alive, and has them
 * subscribed anew, ever more seldom for as long as they are silent. One timer looks at all streams
 * of a link; an event costs them a counter. While the engine does not match, or the link itself is
 * silent, streams are not to blame.
 */
final class SilenceWatch {
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Loop loop;
  private final Streams streams;
  private final Subscriber subscriber;
  private final BooleanSupplier linkAlive;
  private final Duration atLeast;
  private Loop.@Nullable Timer timer;
  private SystemStatus.State engine = SystemStatus.State.UNKNOWN;

  /**
   * A watch that does not run yet.
   *
   * @param atLeast what silence may always last; zero for no watch
   */
  SilenceWatch(
      Loop loop,
      Streams streams,
      Subscriber subscriber,
      BooleanSupplier linkAlive,
      Duration atLeast) {
    this.loop = loop;
    this.streams = streams;
    this.subscriber = subscriber;
    this.linkAlive = linkAlive;
    this.atLeast = atLeast;
  }

  void start() {
    if (!atLeast.isZero()) {
      timer = loop.schedule(LOOK, this::look);
    }
  }

  void stop() {
    engine = SystemStatus.State.UNKNOWN;
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }

  /** The trading engine's state; it matches only while it is online. */
  void engine(SystemStatus.State state) {
    engine = state;
  }

  private void look() {
    start();
    long now = loop.nanoTime();
    boolean mayBlame = linkAlive.getAsBoolean() && matching();
    for (Stream stream : streams.all()) {
      if (stream.pair() != null) {
        look(stream, mayBlame && stream.settled() && !stream.renewing(), now);
      }
    }
  }

  private boolean matching() {
    return engine == SystemStatus.State.ONLINE || engine == SystemStatus.State.UNKNOWN;
  }

  private void look(Stream stream, boolean mayBlame, long now) {
    Cadence cadence = stream.cadence();
    if (!mayBlame) {
      cadence.pass(stream.heard(), now);
    } else if (cadence.silent(stream.heard(), now, atLeast)) {
      String why =
          "nothing came for "
              + Duration.ofNanos(cadence.silenceNanos(now)).toMillis()
              + " ms, where something came every "
              + Duration.ofNanos(cadence.usualNanos()).toMillis()
              + " ms or so; subscribing anew";
      cadence.found(now);
      subscriber.silent(stream, why);
    }
  }
}
