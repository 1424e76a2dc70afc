package io.krakenspot.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.port.Loop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VertxLoopTest {
  private final VertxTransport transport = VertxTransport.create();
  private final Loop loop = transport.newLoop();
  private final BlockingQueue<Object> ran = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void runsTasksInOrderOnOneThread() throws Exception {
    BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
    for (int i = 0; i < 1_000; i++) {
      Object task = i;
      loop.execute(
          () -> {
            ran.add(task);
            threads.add(Thread.currentThread());
          });
    }
    await();

    assertThat(ran)
        .containsExactlyElementsOf(IntStream.range(0, 1_000).<Object>mapToObj(i -> i).toList());
    assertThat(threads.stream().distinct()).hasSize(1).allMatch(Thread::isDaemon);
  }

  @Test
  void runsATaskOfTheLoopAfterThoseAlreadyWaiting() throws Exception {
    loop.execute(
        () -> {
          loop.execute(() -> ran.add("second"));
          ran.add("first");
        });

    assertThat(List.of(next(), next())).containsExactly("first", "second");
  }

  @Test
  void runsTimersOnItsThreadWhoeverSetsThem() throws Exception {
    CompletableFuture<Thread> here = new CompletableFuture<>();
    loop.execute(() -> here.complete(Thread.currentThread()));

    loop.schedule(Duration.ofMillis(5), () -> ran.add(Thread.currentThread()));
    loop.schedule(Duration.ZERO, () -> ran.add(Thread.currentThread()));
    transport
        .newLoop()
        .execute(() -> loop.schedule(Duration.ofMillis(1), () -> ran.add(Thread.currentThread())));

    assertThat(List.of(next(), next(), next())).containsOnly(here.get(20, TimeUnit.SECONDS));
  }

  @Test
  void runsNoTimerEarly() throws Exception {
    for (Duration delay : List.of(Duration.ofNanos(1_500_000), Duration.ofMillis(20))) {
      long start = loop.nanoTime();
      loop.schedule(delay, () -> ran.add(loop.nanoTime()));

      assertThat((long) next() - start).isGreaterThanOrEqualTo(delay.toNanos());
    }
  }

  @Test
  void callsATimerOff() throws Exception {
    for (Duration delay : List.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(50))) {
      loop.execute(() -> loop.schedule(delay, () -> ran.add("off " + delay)).cancel());
    }
    loop.schedule(Duration.ofMillis(150), () -> ran.add("last"));

    assertThat(next()).isEqualTo("last");
  }

  @Test
  void goesOnAfterATaskThatThrows() throws Exception {
    loop.execute(
        () -> {
          throw new IllegalStateException("bug in a task");
        });
    loop.execute(() -> ran.add("next"));

    assertThat(next()).isEqualTo("next");
  }

  @Test
  void isSilentOnceTheTransportIsClosed() {
    loop.schedule(Duration.ofMillis(50), () -> ran.add("timer set before"));
    transport.close();

    loop.execute(() -> ran.add("task"));
    Loop.Timer timer = loop.schedule(Duration.ofMillis(1), () -> ran.add("timer"));
    timer.cancel();

    assertThat(ran).isEmpty();
  }

  @Test
  void knowsTheTime() {
    assertThat(loop.now()).isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(5));
  }

  @Test
  void spreadsOverTheEventLoops() throws Exception {
    CountDownLatch bothBusy = new CountDownLatch(2);
    Loop other = transport.newLoop();
    for (Loop each : List.of(loop, other)) {
      each.execute(() -> ran.add(meets(bothBusy)));
    }

    boolean two = Runtime.getRuntime().availableProcessors() > 1;
    assertThat(List.of(next(), next())).containsOnly(two);
  }

  private static boolean meets(CountDownLatch both) {
    both.countDown();
    try {
      return both.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private Object next() throws InterruptedException {
    return ran.poll(20, TimeUnit.SECONDS);
  }

  private void await() throws Exception {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    loop.execute(() -> done.complete(true));
    assertThat(done.get(20, TimeUnit.SECONDS)).isTrue();
  }
}
