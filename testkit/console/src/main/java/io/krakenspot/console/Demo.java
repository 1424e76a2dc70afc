package io.krakenspot.console;

import io.krakenspot.client.Account;
import io.krakenspot.client.ConnectionEvent;
import io.krakenspot.client.ConnectionListener;
import io.krakenspot.client.Counters;
import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.console.internal.event.EventFormat;
import io.krakenspot.console.internal.event.PlainEvents;
import io.krakenspot.console.internal.screen.Dashboard;
import io.krakenspot.console.internal.screen.Screen;
import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One run of the demo: everything it hears and draws happens on one thread of its own. */
final class Demo {
  private static final List<Pair> PAIRS = List.of(Pair.of("BTC/USD"));
  private static final long REDRAW_MILLIS = 150;
  private static final long LINE_MILLIS = 1000;
  private static final long TRADE_MILLIS = 500;
  private static final long PATIENCE_SECONDS = 5;

  private final KrakenClient client;
  private final Dashboard dashboard;
  private final PrintWriter out;
  private final EventFormat format = new PlainEvents();
  private final DemoTrader trader;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Demo::daemon, new ThreadPoolExecutor.DiscardPolicy());

  Demo(KrakenClient client, Dashboard dashboard, PrintWriter out) {
    this.client = client;
    this.trader = new DemoTrader(client.trading());
    this.dashboard = dashboard;
    this.out = out;
  }

  /** Redraws the terminal until the end comes or time is up. */
  Counters onTerminal(CompletableFuture<?> end, long seconds) {
    try (Screen screen = new Screen(out)) {
      Runnable draw = () -> screen.draw(dashboard.lines());
      return run(draw, REDRAW_MILLIS, line -> {}, end, seconds);
    }
  }

  /**
   * Prints a line a second, and one for each event of the account, until the end comes or time is
   * up.
   */
  Counters onLines(CompletableFuture<?> end, long seconds) {
    return run(() -> out.println(dashboard.line()), LINE_MILLIS, out::println, end, seconds);
  }

  private Counters run(
      Runnable show,
      long everyMillis,
      Consumer<String> tell,
      CompletableFuture<?> end,
      long seconds) {
    subscribe();
    subscribeToAccount(tell);
    Future<?> shown =
        thread.scheduleAtFixedRate(show, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    Future<?> counted =
        thread.scheduleAtFixedRate(this::count, 0, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
    Future<?> traded =
        thread.scheduleAtFixedRate(trader::step, TRADE_MILLIS, TRADE_MILLIS, TimeUnit.MILLISECONDS);
    await(end, seconds);
    traded.cancel(false);
    shown.cancel(false);
    counted.cancel(false);
    CompletableFuture<Counters> last = client.counters().toCompletableFuture();
    CompletableFuture<Void> summary =
        last.thenAcceptAsync(
            counters -> {
              dashboard.counters(counters);
              show.run();
              out.println(dashboard.summary());
              thread.shutdownNow();
            },
            thread);
    await(summary, PATIENCE_SECONDS);
    return last.join();
  }

  private void subscribe() {
    client.onConnection(
        new ConnectionListener() {
          @Override
          public void onConnection(ConnectionEvent event) {
            thread.execute(() -> dashboard.connection(event));
          }
        });
    MarketData market = client.marketData().on(thread);
    market.books(Depth.D10, PAIRS, new BookListener());
    market.trades(PAIRS, dashboard::trade);
    market.tickers(PAIRS, dashboard::ticker);
  }

  private void subscribeToAccount(Consumer<String> tell) {
    Account account = client.account().on(thread);
    account.orders(
        update -> {
          dashboard.order(update);
          tell.accept(format.order(update));
        });
    account.fills(
        fill -> {
          dashboard.fill(fill);
          tell.accept(format.fill(fill, false));
        });
  }

  private void count() {
    CompletableFuture<Void> unused =
        client.counters().toCompletableFuture().thenAcceptAsync(dashboard::counters, thread);
  }

  private static void await(Future<?> future, long seconds) {
    try {
      future.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // time is up
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "demo");
    thread.setDaemon(true);
    return thread;
  }

  private final class BookListener implements Listener<Book> {
    @Override
    public void on(Book book) {
      dashboard.book(book);
      trader.book(book);
    }

    @Override
    public void onSubscription(SubscriptionEvent event) {
      dashboard.bookSubscription(event);
    }
  }
}
