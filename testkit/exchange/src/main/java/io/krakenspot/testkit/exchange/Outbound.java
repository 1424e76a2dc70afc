package io.krakenspot.testkit.exchange;

import io.krakenspot.port.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** The way of frames to a peer, in order, however slow it is. Lives on the exchange's loop. */
final class Outbound {
  private final Loop loop;
  private final Queue<Runnable> stalled = new ArrayDeque<>();
  private Duration delay = Duration.ZERO;
  private int dripBytes;
  private Duration dripInterval = Duration.ZERO;
  private boolean stalling;
  private long lastDue;
  private int underWay;

  Outbound(Loop loop) {
    this.loop = loop;
  }

  void delay(Duration newDelay) {
    delay = newDelay;
  }

  /** For peers that cannot split a frame: each takes as long as its bytes. */
  void drip(int bytes, Duration interval) {
    dripBytes = bytes;
    dripInterval = interval;
  }

  void stall(Duration length) {
    stalling = true;
    Loop.Timer unused = loop.schedule(length, this::burst);
  }

  private void burst() {
    stalling = false;
    while (!stalled.isEmpty() && !stalling) {
      stalled.remove().run();
    }
  }

  void send(int bytes, Runnable write) {
    if (stalling) {
      stalled.add(() -> send(bytes, write));
      return;
    }
    long now = loop.nanoTime();
    long begin = underWay == 0 ? now : Math.max(now, lastDue);
    long due = Math.max(begin, now + delay.toNanos()) + time(bytes);
    if (due == now && underWay == 0) {
      write.run();
      return;
    }
    lastDue = due;
    underWay++;
    Loop.Timer unused =
        loop.schedule(
            Duration.ofNanos(due - now),
            () -> {
              underWay--;
              write.run();
            });
  }

  private long time(int bytes) {
    return dripBytes == 0 ? 0 : (bytes + dripBytes - 1L) / dripBytes * dripInterval.toNanos();
  }
}
