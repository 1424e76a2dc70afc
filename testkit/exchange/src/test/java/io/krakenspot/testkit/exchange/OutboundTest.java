package io.krakenspot.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.port.Loop;
import io.krakenspot.port.VirtualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames on their way to a peer, by a loop whose timers fire up to a millisecond early. */
final class OutboundTest {
  private final VirtualLoop time = new VirtualLoop();
  private final Outbound outbound = new Outbound(new WholeMilliseconds());
  private final List<String> arrived = new ArrayList<>();

  /** Cuts what is less than a millisecond, as the timers of an event loop do. */
  private final class WholeMilliseconds implements Loop {
    @Override
    public void execute(Runnable task) {
      time.execute(task);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
      return time.schedule(Duration.ofMillis(Math.max(1, delay.toMillis())), task);
    }

    @Override
    public long nanoTime() {
      return time.nanoTime();
    }

    @Override
    public Instant now() {
      return time.now();
    }
  }

  private void send(String frame) {
    outbound.send(10, () -> arrived.add(frame));
  }

  private void pass(long micros) {
    time.advance(Duration.ofNanos(micros * 1000));
  }

  @Test
  void framesAfterADelayStayBehindThoseThatWereDelayed() {
    outbound.delay(Duration.ofMillis(5));
    send("late");
    outbound.delay(Duration.ZERO);
    pass(600);
    send("prompt");
    send("last");
    pass(4_300);
    assertThat(arrived).isEmpty();

    pass(2_000);
    assertThat(arrived).containsExactly("late", "prompt", "last");
  }

  @Test
  void aStallHoldsBackWhatWasLateAlready() {
    outbound.delay(Duration.ofMillis(5));
    send("late");
    outbound.delay(Duration.ZERO);
    outbound.stall(Duration.ofMillis(20));
    send("held");
    pass(19_000);
    assertThat(arrived).isEmpty();

    pass(2_000);
    assertThat(arrived).containsExactly("late", "held");
    send("at once");
    assertThat(arrived).endsWith("at once");
  }

  @Test
  void aShorterStallDoesNotEndALongerOne() {
    outbound.stall(Duration.ofMillis(20));
    outbound.stall(Duration.ofMillis(5));
    send("held");
    pass(10_000);
    assertThat(arrived).isEmpty();

    pass(12_000);
    assertThat(arrived).containsExactly("held");
  }
}
