package io.krakenspot.console;

import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.ConnectionState;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.console.internal.event.EventFormat;
import io.krakenspot.failure.MalformedFrameException;
import io.krakenspot.failure.SubscriptionRefusedException;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.market.TickerTrigger;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of {@code watch}. Its listeners run on the client's loop and only hand on lines. */
final class Watch implements ConnectionListener {
  private static final int DONE = 0;
  private static final int NOTHING_LIVE = 1;

  private final KrakenClient client;
  private final Wish wish;
  private final EventFormat format;
  private final Lines lines;
  private final PrintWriter err;
  private final CompletableFuture<Integer> end;
  private final AtomicInteger refused = new AtomicInteger();
  private long toCome;
  private volatile boolean live;
  private volatile boolean turnedDown;
  private volatile String connection = "";

  /**
   * What to watch, and for how long.
   *
   * @param channels which streams
   * @param pairs of which pairs
   * @param depth of books
   * @param interval of candles
   * @param trigger of tickers
   * @param snapshot whether to ask for what went before; null for what each stream does by itself
   * @param count events to end after
   * @param seconds seconds to end after
   */
  record Wish(
      Set<Channel> channels,
      Set<Pair> pairs,
      Depth depth,
      Interval interval,
      TickerTrigger trigger,
      @Nullable Boolean snapshot,
      long count,
      long seconds) {}

  /**
   * A run that has not begun.
   *
   * @param end completed from outside to end the run, by the run itself when it is over
   */
  Watch(
      KrakenClient client,
      Wish wish,
      EventFormat format,
      Lines lines,
      PrintWriter err,
      CompletableFuture<Integer> end) {
    this.client = client;
    this.wish = wish;
    this.format = format;
    this.lines = lines;
    this.err = err;
    this.end = end;
    this.toCome = wish.count();
  }

  /** Runs to its end and returns the exit status. */
  int run() {
    client.onConnection(this); // first, so that nothing of the connection is missed
    List<Subscription> subscriptions = subscribeAll();
    for (Subscription subscription : subscriptions) {
      CompletableFuture<?> unused =
          subscription
              .accepted()
              .toCompletableFuture()
              .whenComplete((done, failure) -> answered(failure, subscription, subscriptions));
    }
    if (wish.channels().stream().anyMatch(Channel::ofMarket)) {
      client.connect();
    }
    return await();
  }

  /** What is refused before anything is sent needs no word of the connection that closes. */
  private List<Subscription> subscribeAll() {
    try {
      return wish.channels().stream()
          .filter(channel -> channel != Channel.STATUS)
          .flatMap(channel -> subscribe(channel).stream())
          .toList();
    } catch (RuntimeException refusal) {
      turnedDown = true;
      throw refusal;
    }
  }

  private List<Subscription> subscribe(Channel channel) {
    return switch (channel) {
      case EXECUTIONS -> List.of(orders(), fills());
      case ORDERS -> List.of(orders());
      case FILLS -> List.of(fills());
      case BALANCES -> List.of(client.account().balances(many(format::balances)));
      default -> List.of(market(channel));
    };
  }

  private Subscription orders() {
    return client.account().orders(one(format::order));
  }

  private Subscription fills() {
    return client.account().fills(one(fill -> format.fill(fill, false)));
  }

  private Subscription market(Channel channel) {
    MarketData market = market();
    return switch (channel) {
      case BOOK -> market.books(wish.depth(), wish.pairs(), one(format::book));
      case LEVEL3 ->
          market.level3(Level3Depth.of(wish.depth().levels()), wish.pairs(), one(format::level3));
      case TRADE -> market.trades(wish.pairs(), one(trade -> format.trade(trade, false)));
      case TICKER -> market.tickers(wish.trigger(), wish.pairs(), one(format::ticker));
      case SPREAD -> market.spreads(wish.pairs(), one(format::spread));
      case OHLC ->
          market.candles(
              wish.interval(), wish.pairs(), one(candle -> format.candle(candle, false)));
      case INSTRUMENT -> market.instruments(many(format::instruments));
      default -> throw new IllegalArgumentException(channel + " is not subscribed to");
    };
  }

  private MarketData market() {
    Boolean snapshot = wish.snapshot();
    MarketData market = client.marketData();
    return snapshot == null ? market : market.withSnapshot(snapshot);
  }

  private <E> Listener<E> one(Function<E, String> line) {
    return many(line.andThen(List::of));
  }

  private <E> Listener<E> many(Function<E, List<String>> eventLines) {
    return new Listener<>() {
      @Override
      public void on(E event) {
        eventLines.apply(event).forEach(Watch.this::count);
      }

      @Override
      public void onSubscription(SubscriptionEvent event) {
        live |= event.kind() == SubscriptionEvent.Kind.ACCEPTED;
        print(format.subscription(event));
      }
    };
  }

  private void count(String line) {
    if (toCome > 0) {
      print(line);
      toCome--;
      if (toCome == 0) {
        end.complete(DONE);
      }
    }
  }

  private void print(String line) {
    if (!end.isDone()) {
      lines.print(line);
    }
  }

  private void answered(
      @Nullable Throwable failure, Subscription subscription, List<Subscription> all) {
    Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
    if (cause instanceof SubscriptionRefusedException refusal) {
      err.println(refusal.getMessage());
      boolean whole = refusal.refused().size() == subscription.pairs().size();
      if (whole && refused.incrementAndGet() == all.size()) {
        end.complete(NOTHING_LIVE);
      }
    }
  }

  private int await() {
    try {
      return end.get(wish.seconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return timeIsUp();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DONE;
    } finally {
      end.complete(DONE);
    }
  }

  private int timeIsUp() {
    if (live) {
      return DONE;
    }
    err.println("nothing was live within " + wish.seconds() + " s: " + connection);
    return NOTHING_LIVE;
  }

  @Override
  public void onConnection(ConnectionEvent event) {
    if (event.state() != ConnectionState.IDLE) {
      connection = "connection " + event.state() + ", " + event.detail();
    }
    switch (event.state()) {
      case IDLE -> {}
      case CLOSED -> {
        if (!turnedDown) {
          gaveUp(event);
        }
      }
      case READY, CONNECTING, WAITING -> print(format.connection(event));
    }
    boolean onlyStatus = wish.channels().equals(Set.of(Channel.STATUS));
    live |= onlyStatus && event.state() == ConnectionState.READY;
  }

  private void gaveUp(ConnectionEvent event) {
    print(format.connection(event));
    if (end.complete(NOTHING_LIVE)) {
      err.println(event.detail());
    }
  }

  @Override
  public void onStatus(SystemStatus status) {
    if (wish.channels().contains(Channel.STATUS)) {
      count(format.status(status));
    } else {
      print(format.status(status));
    }
  }

  @Override
  public void onMalformed(MalformedFrameException failure) {
    print(format.malformed(String.valueOf(failure.getMessage())));
  }

  @Override
  public void onUnrecognised(String kind, String text) {
    print(format.unrecognised(kind, text));
  }

  @Override
  public void onError(String text) {
    print(format.error(text));
  }

  @Override
  public void onWarning(String text) {
    print(format.warning(text));
  }

  @Override
  public void onListenerFailure(Throwable failure) {
    err.println(failure);
  }
}
