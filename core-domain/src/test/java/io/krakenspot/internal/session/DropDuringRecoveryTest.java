package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.port.Credentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Links that are dropped again while they recover: in connect, token, subscribe, snapshot. A
 * thousand seeds in virtual time; {@code -Dkrakenspot.seed=7} begins at another, {@code
 * -Dkrakenspot.seeds=10000} takes another number.
 */
class DropDuringRecoveryTest {
  private static final long FIRST = Long.getLong("krakenspot.seed", 1);
  private static final long SEEDS = Long.getLong("krakenspot.seeds", 1_000);
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final Pair ETH = Pair.of("ETH/USD");
  private static final List<Pair> PAIRS = List.of(BTC, ETH);

  @Test
  void everySubscriptionEndsLiveOnceAndNoGapIsUntold() {
    Map<ChanceExchange.Moment, Integer> dropped = new EnumMap<>(ChanceExchange.Moment.class);
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      new Run(seed).run().forEach((moment, times) -> dropped.merge(moment, times, Integer::sum));
    }

    assertThat(dropped.keySet()).as("dropped at").contains(ChanceExchange.Moment.values());
    assertThat(dropped.values()).allMatch(times -> times > SEEDS / 10);
  }

  private static final class Run {
    private final long seed;
    private final ChanceExchange exchange;
    private final KrakenClient client;
    private final Heard<Trade> trades = new Heard<>();
    private final Heard<Ticker> tickers = new Heard<>();
    private final Heard<Book> books = new Heard<>();
    private final Heard<Level3Book> orders = new Heard<>();
    private final Map<Pair, Integer> lastTrade = new HashMap<>();
    private final Map<Pair, Boolean> gapTold = new HashMap<>();
    private final List<String> untold = new ArrayList<>();

    Run(long seed) {
      this.seed = seed;
      this.exchange = new ChanceExchange(seed);
      this.client =
          KrakenClient.builder()
              .protocol(new WordProtocol())
              .transport(exchange)
              .credentials(Credentials.of("key", "c2VjcmV0"))
              .build();
    }

    Map<ChanceExchange.Moment, Integer> run() {
      PAIRS.forEach(pair -> exchange.list(pair.toString()));
      subscribe(client.marketData());
      exchange.loop.run();
      live(10);
      exchange.troubled(true);
      exchange.dropAll();
      live(30);
      exchange.troubled(false);
      exchange.loop.advance(Duration.ofMillis(10));
      live(100);
      settle();
      check();
      client.close();
      exchange.loop.advance(Duration.ofSeconds(2));
      assertThat(exchange.loop.timers()).as("timers left, seed %s", seed).isZero();
      return exchange.dropped;
    }

    private void subscribe(MarketData market) {
      trades.events = this::traded;
      trades.happenings = this::happened;
      market.trades(PAIRS, trades);
      market.tickers(PAIRS, tickers);
      market.books(Depth.D10, PAIRS, books);
      market.level3(Level3Depth.D10, PAIRS, orders);
    }

    /** Trades are numbered: where a number is left out, that must have been told before. */
    private void traded(Trade trade) {
      int number = trade.price().intValue();
      Integer last = lastTrade.put(trade.pair(), number);
      boolean told = Boolean.TRUE.equals(gapTold.put(trade.pair(), false));
      if (last != null && number != last + 1 && !told) {
        untold.add(trade.pair() + " " + last + " to " + number);
      }
    }

    private void happened(SubscriptionEvent event) {
      Pair pair = event.pair();
      if (pair != null && event.kind() == Kind.RESTORED_WITH_LOSS) {
        gapTold.put(pair, true);
      }
    }

    private void live(int steps) {
      for (int step = 0; step < steps; step++) {
        exchange.loop.advance(Duration.ofMillis(40));
        exchange.move();
      }
    }

    /** Answers and snapshots that were lost are asked for again after their deadlines. */
    private void settle() {
      for (int second = 0; second < 60; second++) {
        exchange.loop.advance(Duration.ofSeconds(1));
        exchange.move();
      }
      List.of(trades, tickers, books, orders).forEach(heard -> heard.fresh.clear());
      live(2);
    }

    private void check() {
      assertThat(exchange.doubled).as("subscribed to twice, seed %s", seed).isEmpty();
      assertThat(untold).as("gaps untold, seed %s", seed).isEmpty();
      assertThat(exchange.open()).as("links, seed %s", seed).isEqualTo(2);
      assertThat(trades.fresh.keySet()).as("trades, seed %s", seed).hasSize(2);
      assertThat(tickers.fresh.keySet()).as("tickers, seed %s", seed).hasSize(2);
      assertThat(books.fresh.keySet()).as("books, seed %s", seed).hasSize(2);
      assertThat(orders.newest.values())
          .as("orders, seed %s", seed)
          .hasSize(2)
          .allMatch(book -> book.state() == BookState.LIVE);
      List.of(trades, tickers, books, orders).forEach(heard -> heard.check(seed));
    }
  }

  /** What a subscription brings, by pair. */
  private static final class Heard<E> implements Listener<E> {
    private final Map<Pair, E> newest = new HashMap<>();
    private final Map<Pair, E> fresh = new HashMap<>();
    private final Map<Pair, List<Kind>> kinds = new HashMap<>();
    private @Nullable Consumer<E> events;
    private @Nullable Consumer<SubscriptionEvent> happenings;

    @Override
    public void on(E event) {
      Pair pair = pairOf(event);
      newest.put(pair, event);
      fresh.put(pair, event);
      if (events != null) {
        events.accept(event);
      }
    }

    private static Pair pairOf(Object event) {
      if (event instanceof Trade trade) {
        return trade.pair();
      }
      if (event instanceof Ticker ticker) {
        return ticker.pair();
      }
      return event instanceof Book book ? book.pair() : ((Level3Book) event).pair();
    }

    @Override
    public void onSubscription(SubscriptionEvent event) {
      Pair pair = event.pair();
      if (pair != null) {
        kinds.computeIfAbsent(pair, any -> new ArrayList<>()).add(event.kind());
      }
      if (happenings != null) {
        happenings.accept(event);
      }
    }

    /** Accepted once; every interruption told, and its end, in turn. */
    private void check(long seed) {
      assertThat(kinds).as("seed %s", seed).hasSize(2);
      kinds.forEach(
          (pair, all) -> {
            List<Kind> ends =
                all.stream()
                    .filter(kind -> kind != Kind.WARNING && kind != Kind.RESYNCING)
                    .toList();
            assertThat(ends.get(0)).as("%s, seed %s", pair, seed).isEqualTo(Kind.ACCEPTED);
            for (int i = 1; i < ends.size(); i++) {
              boolean restored = ends.get(i).name().startsWith("RESTORED");
              assertThat(restored).as("%s of %s, seed %s", ends, pair, seed).isEqualTo(i % 2 == 0);
            }
            assertThat(ends.size() % 2).as("%s of %s, seed %s", ends, pair, seed).isOne();
          });
    }
  }
}
