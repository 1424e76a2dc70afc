package io.krakenspot.testkit.exchange;

import io.krakenspot.port.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The way of frames to a peer, in order, however slow it is and however early a timer of the loop
 * fires. Lives on the exchange's loop.
 */
final class Outbound {
  private final Loop loop;
  private final Queue<Late> waiting = new ArrayDeque<>();
  private Duration delay = Duration.ZERO;
  private int dripBytes;
  private Duration dripInterval = Duration.ZERO;
  private long heldUntil;
  private long lastDue;
  private boolean timed;

  private record Late(long due, Runnable write) {}

  Outbound(Loop loop) {
    this.loop = loop;
    this.heldUntil = loop.nanoTime();
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
    heldUntil = Math.max(heldUntil, loop.nanoTime() + length.toNanos());
  }

  void send(int bytes, Runnable write) {
    long begin = loop.nanoTime() + delay.toNanos();
    if (!waiting.isEmpty()) {
      begin = Math.max(begin, lastDue);
    }
    lastDue = begin + time(bytes);
    waiting.add(new Late(lastDue, write));
    flush();
  }

  private long time(int bytes) {
    return dripBytes == 0 ? 0 : (bytes + dripBytes - 1L) / dripBytes * dripInterval.toNanos();
  }

  private void flush() {
    while (!waiting.isEmpty() && left(waiting.element()) <= 0) {
      waiting.remove().write().run();
    }
    if (!waiting.isEmpty() && !timed) {
      timed = true;
      Loop.Timer unused =
          loop.schedule(
              Duration.ofNanos(left(waiting.element())),
              () -> {
                timed = false;
                flush();
              });
    }
  }

  private long left(Late frame) {
    return Math.max(frame.due(), heldUntil) - loop.nanoTime();
  }
}
