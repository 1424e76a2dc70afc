package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Listener;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Pair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueuedOutletTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final Pair ETH = Pair.of("ETH/USD");

  private final List<Runnable> tasks = new ArrayList<>();
  private final List<Object> heard = new ArrayList<>();
  private final QueuedOutlet<Quote> quotes =
      new QueuedOutlet<>(
          tasks::add,
          new Listener<Quote>() {
            @Override
            public void on(Quote quote) {
              heard.add(quote);
            }

            @Override
            public void onSubscription(SubscriptionEvent event) {
              heard.add(event.kind());
            }
          },
          failure -> {
            throw new AssertionError(failure);
          },
          "quotes",
          Quote::pair,
          10);

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

  private void tell(Kind kind) {
    quotes.subscription(new SubscriptionEvent(kind, "quotes", BTC, ""));
  }

  private void run() {
    List.copyOf(tasks).forEach(Runnable::run);
    tasks.clear();
  }

  private record Quote(Pair pair, int price) {}
}
