package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Pair;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Topic;
import io.krakenspot.port.VirtualLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class QueuedOutletTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final Pair ETH = Pair.of("ETH/USD");

  private final VirtualLoop loop = new VirtualLoop();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final List<SubscriptionEvent> happenings = new ArrayList<>();
  private final List<Object> heard = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final Listener<Quote> listener =
      new Listener<>() {
        @Override
        public void on(Quote quote) {
          heard.add(quote);
        }

        @Override
        public void onSubscription(SubscriptionEvent event) {
          heard.add(event.kind());
          happenings.add(event);
        }
      };
  private QueuedOutlet<Quote> quotes = outlet(true, 10, listener);

  @Test
  void stateConflatesInItsPlace() {
    quotes.event(new Quote(BTC, 1));
    quotes.event(new Quote(ETH, 1));
    quotes.event(new Quote(BTC, 2));
    run();

    assertThat(heard).containsExactly(new Quote(BTC, 2), new Quote(ETH, 1));
  }

  @Test
  void stateFromBeforeAnInterruptionStaysBeforeIt() {
    quotes.event(new Quote(BTC, 1));
    quotes.event(new Quote(BTC, 2));
    tell(Kind.INTERRUPTED);
    run();

    assertThat(heard).containsExactly(new Quote(BTC, 2), Kind.INTERRUPTED);
  }

  @Test
  void newerStateNeverOvertakesWhatHappenedBeforeIt() {
    quotes.event(new Quote(BTC, 1));
    quotes.event(new Quote(ETH, 1));
    tell(Kind.INTERRUPTED);
    tell(Kind.RESTORED_WITHOUT_LOSS);
    quotes.event(new Quote(BTC, 2));
    quotes.event(new Quote(BTC, 3));
    run();

    assertThat(heard)
        .containsExactly(
            new Quote(ETH, 1), Kind.INTERRUPTED, Kind.RESTORED_WITHOUT_LOSS, new Quote(BTC, 3));
  }

  @Test
  void stateThatWasDeliveredDoesNotHoldUpTheNext() {
    quotes.event(new Quote(BTC, 1));
    run();
    tell(Kind.RESYNCING);
    quotes.event(new Quote(BTC, 2));
    run();

    assertThat(heard).containsExactly(new Quote(BTC, 1), Kind.RESYNCING, new Quote(BTC, 2));
  }

  @Test
  void happeningsBeyondTheBoundLeaveOldestFirstAndTheGapStandsInTheirPlace() {
    quotes = outlet(false, 2, listener);
    tell(Kind.ACCEPTED);
    for (int price = 1; price <= 5; price++) {
      quotes.event(new Quote(BTC, price));
    }
    run();

    assertThat(heard)
        .containsExactly(Kind.ACCEPTED, Kind.GAP, new Quote(BTC, 4), new Quote(BTC, 5));
    assertThat(happenings.get(1).dropped()).isEqualTo(3);
    assertThat(happenings.get(1).detail()).startsWith("3 events were dropped");
    quotes.event(new Quote(BTC, 6));
    run();
    assertThat(heard).endsWith(new Quote(BTC, 5), new Quote(BTC, 6));
  }

  @Test
  void noticesAreBoundedAndTheLastOfEachKindAndPairStays() {
    quotes = outlet(false, 4, listener);
    quotes.subscription(new SubscriptionEvent(Kind.REFUSED, "quotes", ETH, "no such pair"));
    for (int link = 0; link < 1_000; link++) {
      quotes.subscription(new SubscriptionEvent(Kind.INTERRUPTED, "quotes", BTC, "link " + link));
      quotes.subscription(
          new SubscriptionEvent(Kind.RESTORED_WITH_LOSS, "quotes", BTC, "link " + link));
    }
    assertThat(quotes.size()).isEqualTo(4 + 1);
    tell(Kind.ENDED);
    run();

    assertThat(heard)
        .containsExactly(
            Kind.REFUSED,
            Kind.GAP,
            Kind.INTERRUPTED,
            Kind.INTERRUPTED,
            Kind.RESTORED_WITH_LOSS,
            Kind.ENDED);
    assertThat(happenings.get(4).detail()).isEqualTo("link 999");
    assertThat(happenings.get(1).detail()).startsWith("1997 notices were dropped");
    assertThat(happenings.get(1).dropped()).isEqualTo(1_997);
  }

  @Test
  void aReaderHundredTimesSlowerThanAFloodKeepsTheQueueBoundedAndIsToldOfEveryLoss() {
    int limit = 64;
    Flood trades = new Flood(false, limit);
    Flood tickers = new Flood(true, limit);
    trades.start();
    tickers.start();

    assertThat(trades.most).isLessThanOrEqualTo(limit + 3);
    assertThat(trades.heard + trades.dropped).isEqualTo(Flood.ALL);
    assertThat(trades.heard).isBetween(Flood.ALL / 100L, Flood.ALL / 100L + 2 * limit);
    assertThat(tickers.most).isLessThanOrEqualTo(2 + 2);
    assertThat(tickers.dropped).isZero();
    assertThat(tickers.newest).isEqualTo(Flood.ALL - 1);
  }

  @Test
  void aListenerThatThrowsOrBreaksHearsTheNext() {
    quotes =
        outlet(
            false,
            10,
            quote -> {
              if (quote.price() == 1) {
                throw new IllegalStateException("mine");
              } else if (quote.price() == 2) {
                throw new AssertionError("worse");
              }
              heard.add(quote);
            });
    quotes.event(new Quote(BTC, 1));
    quotes.event(new Quote(BTC, 2));
    quotes.event(new Quote(BTC, 3));
    run();

    assertThat(heard).containsExactly(new Quote(BTC, 3));
    assertThat(failures).extracting(Throwable::getMessage).containsExactly("mine", "worse");
  }

  @Test
  void anExecutorThatRefusesOnceIsAskedAgain() {
    List<Boolean> refusals = new ArrayList<>(List.of(true));
    Executor picky =
        task -> {
          if (!refusals.isEmpty()) {
            refusals.clear();
            throw new RejectedExecutionException("full");
          }
          tasks.add(task);
        };
    quotes = outlet(false, 10, listener, picky);
    quotes.event(new Quote(BTC, 1));
    quotes.event(new Quote(BTC, 2));
    run();

    assertThat(failures).hasSize(1);
    assertThat(heard).containsExactly(new Quote(BTC, 1), new Quote(BTC, 2));
  }

  @Test
  void aSlowReaderOfAFloodLetsOthersOnItsExecutorHaveTheirTurn() {
    int[] calls = new int[1];
    quotes =
        outlet(
            true,
            10,
            book -> {
              heard.add("book " + book.price());
              if (++calls[0] < 20) {
                quotes.event(new Quote(BTC, book.price() + 1));
                loop.advance(Duration.ofMillis(60));
              }
            });
    QueuedOutlet<Quote> trades = outlet(false, 2, listener);
    quotes.event(new Quote(BTC, 1));
    for (int price = 1; price <= 3; price++) {
      trades.event(new Quote(ETH, price));
    }
    run();

    assertThat(heard)
        .startsWith("book 1", Kind.GAP, new Quote(ETH, 2), new Quote(ETH, 3), "book 2", "book 3")
        .endsWith("book 20");
  }

  @Test
  void aReaderThatTakesTurnsHasOneTaskAtATimeAndKeepsItsOrder() {
    quotes =
        outlet(
            false,
            10,
            quote -> {
              heard.add(quote.price());
              loop.advance(Duration.ofMillis(60));
            });
    for (int price = 1; price <= 3; price++) {
      quotes.event(new Quote(BTC, price));
    }
    for (int turn = 1; turn <= 3; turn++) {
      assertThat(tasks).hasSize(1);
      tasks.remove().run();
      assertThat(heard).hasSize(turn);
    }

    assertThat(tasks).isEmpty();
    assertThat(heard).containsExactly(1, 2, 3);
  }

  private QueuedOutlet<Quote> outlet(boolean conflates, int limit, Listener<Quote> to) {
    return outlet(conflates, limit, to, tasks::add);
  }

  private QueuedOutlet<Quote> outlet(
      boolean conflates, int limit, Listener<Quote> to, Executor executor) {
    Wish<Quote> wish =
        new Wish<>(
            new Topic.SpreadTopic(),
            Set.of(BTC, ETH),
            SnapshotChoice.DEFAULT,
            Quote::pair,
            conflates,
            Resync::none);
    SlowCalls slow = new SlowCalls(loop, "quotes", Duration.ofSeconds(1), false, text -> {});
    return new QueuedOutlet<>(
        loop,
        executor,
        failures::add,
        wish,
        limit,
        new ListenerReader<>(to, wish),
        new CallWatch(loop, slow));
  }

  private void tell(Kind kind) {
    quotes.subscription(new SubscriptionEvent(kind, "quotes", BTC, ""));
  }

  private void run() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  /** While its listener is busy with one quote, a hundred more arrive. */
  private final class Flood implements Listener<Quote> {
    private static final int ALL = 1_000_000;

    private final QueuedOutlet<Quote> outlet;
    private int sent;
    private int most;
    private int newest;
    private long heard;
    private long dropped;

    private Flood(boolean conflates, int limit) {
      outlet = outlet(conflates, limit, this);
    }

    private void start() {
      arrive();
      run();
    }

    private void arrive() {
      if (sent < ALL) {
        outlet.event(new Quote(sent % 2 == 0 ? BTC : ETH, sent++));
        most = Math.max(most, outlet.size());
      }
      if (sent % 50_000 == 0 && sent < ALL) {
        outlet.subscription(new SubscriptionEvent(Kind.WARNING, "quotes", BTC, "busy"));
      }
    }

    @Override
    public void on(Quote quote) {
      heard++;
      newest = Math.max(newest, quote.price());
      for (int more = 0; more < 100; more++) {
        arrive();
      }
    }

    @Override
    public void onSubscription(SubscriptionEvent event) {
      dropped += event.dropped();
    }
  }

  private record Quote(Pair pair, int price) {}
}
