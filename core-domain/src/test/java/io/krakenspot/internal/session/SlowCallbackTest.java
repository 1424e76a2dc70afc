package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Trade;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listeners that block, throw or break (row D1 of the fault matrix). */
class SlowCallbackTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final int LIMIT = 100;

  private final ScriptedTransport transport = new ScriptedTransport();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final KrakenClient client =
      KrakenClient.builder()
          .protocol(new WordProtocol())
          .transport(transport)
          .queueLimit(LIMIT)
          .slowCallbackLimit(Duration.ofSeconds(1))
          .build();

  @BeforeEach
  void listen() {
    client.onConnection(
        new ConnectionListener() {
          @Override
          public void onWarning(String text) {
            warnings.add(text);
          }

          @Override
          public void onListenerFailure(Throwable failure) {
            failures.add(failure);
          }
        });
  }

  @Test
  void aListenerThatBlocksTenSecondsIsNamedAndHoldsUpNothing() {
    List<Trade> direct = new ArrayList<>();
    List<Trade> slow = new ArrayList<>();
    List<SubscriptionEvent> happenings = new ArrayList<>();
    List<Integer> warningsWhileBlocked = new ArrayList<>();
    client.marketData().trades(List.of(BTC), direct::add);
    client
        .marketData()
        .on(tasks::add)
        .trades(
            List.of(BTC),
            new Listener<Trade>() {
              @Override
              public void on(Trade trade) {
                if (slow.isEmpty()) {
                  tenSecondsOfTrades();
                  warningsWhileBlocked.add(warnings.size());
                }
                slow.add(trade);
              }

              @Override
              public void onSubscription(SubscriptionEvent event) {
                happenings.add(event);
              }
            });
    open("ack 1 BTC/USD");
    transport.last().say("trade BTC/USD 1");
    runTasks();
    transport.loop.run();

    assertThat(direct).hasSize(1 + 1_000);
    assertThat(transport.links).hasSize(1);
    assertThat(transport.last().closed()).isFalse();
    assertThat(transport.last().sent).anyMatch(frame -> frame.startsWith("sub"));
    assertThat(slow).hasSize(1 + LIMIT);
    assertThat(slow.get(LIMIT)).isEqualTo(direct.get(1_000));
    assertThat(happenings).extracting(SubscriptionEvent::kind).endsWith(Kind.GAP);
    assertThat(happenings.get(happenings.size() - 1).dropped()).isEqualTo(1_000 - LIMIT);
    assertThat(warningsWhileBlocked).containsExactly(1);
    assertThat(warnings)
        .containsExactly(
            "slow callback: trade BTC/USD has been running for 1000 ms, more than 1000 ms",
            "slow callback: trade BTC/USD took 10000 ms, more than 1000 ms");
  }

  /** A trade every 10 ms, while the listener's thread does nothing else. */
  private void tenSecondsOfTrades() {
    for (int trade = 0; trade < 1_000; trade++) {
      transport.loop.advance(Duration.ofMillis(10));
      transport.last().say("trade BTC/USD " + (trade + 2));
    }
  }

  @Test
  void anExecutorThatRunsLateIsNamedWhileItIsAwaited() {
    List<Book> books = new ArrayList<>();
    client.marketData().on(tasks::add).books(Depth.D10, List.of(BTC), books::add);
    open("ack 1 BTC/USD", "snap BTC/USD 11 10");
    for (int second = 0; second < 10; second++) {
      transport.loop.advance(Duration.ofSeconds(1));
      transport.last().say("update BTC/USD " + (20 + second) + " 9");
    }
    assertThat(warnings)
        .containsExactly(
            "slow callback: book has been waiting for its executor for 1000 ms, more than 1000 ms");
    runTasks();
    transport.loop.run();

    assertThat(warnings).hasSize(2).last().asString().contains("book waited for its executor");
    assertThat(books).hasSize(2);
    assertThat(books.get(1).asks().size()).isEqualTo(10);
    assertThat(transport.links).hasSize(1);
  }

  @Test
  void onTheLoopItIsSaidThatAllEventsWereBlocked() {
    client
        .marketData()
        .trades(List.of(BTC), trade -> transport.loop.advance(Duration.ofMillis(1_500)));
    open("ack 1 BTC/USD");
    transport.last().say("trade BTC/USD 1");

    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("slow callback: trade BTC/USD took 1500 ms, more than 1000 ms")
        .contains("blocks all events");
  }

  @Test
  void aNoticeMayBeSlowToo() {
    client
        .marketData()
        .trades(
            List.of(BTC),
            new Listener<Trade>() {
              @Override
              public void on(Trade trade) {}

              @Override
              public void onSubscription(SubscriptionEvent event) {
                transport.loop.advance(Duration.ofSeconds(2));
              }
            });
    open("ack 1 BTC/USD");

    assertThat(warnings).singleElement().asString().contains("trade BTC/USD took 2000 ms");
  }

  @Test
  void oneSubscriptionIsNamedAtMostOnceASecond() {
    SlowCalls calls =
        new SlowCalls(transport.loop, "trade", Duration.ofMillis(100), false, warnings::add);
    for (int call = 0; call < 20; call++) {
      calls.tell(BTC, SlowCalls.Phase.DONE, Duration.ofMillis(150).toNanos());
      transport.loop.advance(Duration.ofMillis(150));
    }

    assertThat(warnings).hasSize(3);
    assertThat(warnings.get(1)).endsWith("; 6 more since the last warning");
  }

  @Test
  void fastCallsAreNotNamedAndLeaveNoTimerBehind() {
    Subscription subscription =
        client.marketData().on(tasks::add).trades(List.of(BTC), trade -> {});
    open("ack 1 BTC/USD");
    int before = transport.loop.timers();
    for (int trade = 0; trade < 100; trade++) {
      transport.last().say("trade BTC/USD 1");
      runTasks();
    }
    assertThat(transport.loop.timers()).isLessThanOrEqualTo(before);
    transport.last().say("trade BTC/USD 1");
    subscription.unsubscribe();
    client.close();
    transport.loop.run();

    assertThat(transport.loop.timers()).isZero();
    runTasks();
    transport.loop.advance(Duration.ofMinutes(1));
    assertThat(warnings).isEmpty();
  }

  @Test
  void listenersThatThrowOrBreakDoNotHoldUpOthers() {
    List<Trade> heard = new ArrayList<>();
    Listener<Trade> throwing =
        trade -> {
          throw new IllegalStateException("mine");
        };
    Listener<Trade> breaking =
        trade -> {
          throw new StackOverflowError("worse");
        };
    client.marketData().trades(List.of(BTC), throwing);
    client.marketData().on(tasks::add).trades(List.of(BTC), throwing);
    client.marketData().trades(List.of(BTC), breaking);
    client.marketData().on(tasks::add).trades(List.of(BTC), breaking);
    client.marketData().on(tasks::add).trades(List.of(BTC), heard::add);
    open("ack 1 BTC/USD");
    transport.last().say("trade BTC/USD 1", "trade BTC/USD 2");
    runTasks();
    transport.loop.run();

    assertThat(heard).hasSize(2);
    assertThat(failures).hasSize(8);
    assertThat(transport.last().closed()).isFalse();
  }

  @Test
  void aLimitOfNothingIsRefused() {
    assertThatThrownBy(() -> KrakenClient.builder().slowCallbackLimit(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("more than zero");
  }

  private void open(String... frames) {
    transport.loop.run();
    transport.last().open();
    transport.last().say(frames);
    runTasks();
    transport.loop.run();
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }
}
