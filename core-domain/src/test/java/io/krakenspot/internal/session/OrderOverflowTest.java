package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.client.TradingRate;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.AccountReport;
import io.krakenspot.port.OrderReport;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Topic;
import io.krakenspot.port.VirtualLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderOverflowTest {
  private static final Topic ORDERS = new Topic.OrderTopic();
  private static final int LIMIT = 3;

  private final VirtualLoop loop = new VirtualLoop();
  private final List<Runnable> tasks = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final Outlet.ListenerFailures failures =
      failure -> {
        throw new AssertionError(failure);
      };
  private final AccountDesk desk =
      new AccountDesk(
          loop,
          new WordProtocol(),
          new AccountAccess(
              null,
              null,
              AccountOptions.DEFAULTS,
              Duration.ofSeconds(5),
              () -> "id",
              TradingRate.DEFAULT,
              false),
          any -> {},
          failures);
  private final QueuedOutlet<OrderUpdate> outlet = outlet();
  private long sequence;

  @Test
  void afterAnOverflowTheOpenOrdersAreToldAgainAndTheEndsThatWereDropped() {
    report("A", OrderUpdate.Kind.OPENED, OrderStatus.NEW);
    report("B", OrderUpdate.Kind.OPENED, OrderStatus.NEW);
    run();
    heard.clear();
    report("A", OrderUpdate.Kind.CANCELED, OrderStatus.CANCELED);
    for (String id : List.of("C", "D", "E")) {
      report(id, OrderUpdate.Kind.OPENED, OrderStatus.NEW);
    }
    report("C", OrderUpdate.Kind.EXPIRED, OrderStatus.EXPIRED);
    run();

    assertThat(heard)
        .containsExactly(
            "GAP 2",
            "OPENED D",
            "OPENED E",
            "EXPIRED C",
            "SNAPSHOT B",
            "SNAPSHOT D",
            "SNAPSHOT E",
            "ENDED_UNHEARD A",
            "RESTORED_WITHOUT_LOSS 0");
  }

  @Test
  void moreOpenOrdersThanTheBoundAreStillToldAgain() {
    for (int id = 0; id < 10 * LIMIT; id++) {
      report("O" + id, OrderUpdate.Kind.OPENED, OrderStatus.NEW);
    }
    assertThat(outlet.size()).isEqualTo(LIMIT + 1);
    run();

    assertThat(heard).filteredOn(line -> line.startsWith("SNAPSHOT")).hasSize(10 * LIMIT);
    assertThat(heard).filteredOn(line -> line.startsWith("GAP")).containsExactly("GAP 27");
    assertThat(heard).endsWith("RESTORED_WITHOUT_LOSS 0");
    run();
    assertThat(tasks).isEmpty();
  }

  @Test
  void anOverflowWhileOrdersAreToldAgainIsAnotherGapThatIsMadeUpFor() {
    for (int id = 0; id < 5; id++) {
      report("O" + id, OrderUpdate.Kind.OPENED, OrderStatus.NEW);
    }
    runTasks();
    loop.run();
    heard.clear();
    for (int change = 0; change < 6; change++) {
      report("O0", OrderUpdate.Kind.AMENDED, null);
    }
    assertThat(outlet.size()).isLessThanOrEqualTo(5 + LIMIT + 2);
    run();

    assertThat(heard).contains("GAP 3").filteredOn(line -> line.equals("SNAPSHOT O4")).hasSize(2);
    assertThat(heard).endsWith("RESTORED_WITHOUT_LOSS 0");
  }

  @Test
  void nothingIsToldAgainAfterTheEnd() {
    for (int id = 0; id < 5; id++) {
      report("O" + id, OrderUpdate.Kind.OPENED, OrderStatus.NEW);
    }
    outlet.ended();
    outlet.subscription(new SubscriptionEvent(Kind.ENDED, "orders", null, ""));
    run();

    assertThat(heard).endsWith("ENDED 0").noneMatch(line -> line.startsWith("SNAPSHOT"));
    assertThat(loop.timers()).isZero();
  }

  private void report(String id, OrderUpdate.Kind kind, @Nullable OrderStatus status) {
    OrderReport report = new OrderReport(kind, id, status, OrderAttributes.NONE, null);
    sequence++;
    desk.account(
        new AccountFrame(
            ORDERS, false, sequence, List.of(new AccountReport(report, null)), Map.of()));
    outlet.event(new OrderUpdate(kind, Objects.requireNonNull(desk.order(id))));
  }

  private void run() {
    do {
      runTasks();
      loop.run();
    } while (!tasks.isEmpty());
  }

  private void runTasks() {
    List<Runnable> now = List.copyOf(tasks);
    tasks.clear();
    now.forEach(Runnable::run);
  }

  private QueuedOutlet<OrderUpdate> outlet() {
    Wish<OrderUpdate> wish =
        new Wish<>(
            ORDERS,
            Set.of(),
            SnapshotChoice.DEFAULT,
            update -> update.order().pair(),
            false,
            () -> new OrderResync(desk));
    Listener<OrderUpdate> listener =
        new Listener<>() {
          @Override
          public void on(OrderUpdate update) {
            heard.add(update.kind() + " " + update.order().id());
          }

          @Override
          public void onSubscription(SubscriptionEvent event) {
            heard.add(event.kind() + " " + event.dropped());
          }
        };
    SlowCalls slow = new SlowCalls(loop, "orders", Duration.ofSeconds(1), false, text -> {});
    return new QueuedOutlet<>(
        loop,
        tasks::add,
        failures,
        wish,
        LIMIT,
        new ListenerReader<>(listener, wish),
        new CallWatch(loop, slow));
  }
}
