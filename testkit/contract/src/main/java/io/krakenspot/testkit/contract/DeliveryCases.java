package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Listener;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.SubscriptionEvent;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.Move;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Delivery on an executor of the user's. */
abstract class DeliveryCases extends MarketDataCase {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Executor executor = tasks::add;

  private MarketData onExecutor() {
    return market().on(executor);
  }

  private void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  @Test
  @DisplayName("MD-100 nothing is delivered but by the executor that was chosen")
  void executorOnly() {
    Heard<Ticker> tickers = new Heard<>();
    soon(onExecutor().tickers(List.of(BTC), tickers).accepted());
    world.step(BTC, Move.TAKE);

    assertThat(tickers.events()).isEmpty();
    assertThat(tickers.kinds()).isEmpty();
    runTasks();
    assertThat(tickers.kinds()).containsExactly(Kind.ACCEPTED);
    assertThat(tickers.events()).isNotEmpty();
  }

  @Test
  @DisplayName("MD-101 a slow listener gets the newest book of each pair, never an old one")
  void booksConflate() {
    Heard<Book> slow = new Heard<>();
    soon(onExecutor().books(Depth.D10, List.of(BTC, ETH), slow).accepted());
    world.step(BTC, 50);
    world.step(ETH, 50);

    runTasks();

    assertThat(slow.events()).extracting(Book::pair).containsExactlyInAnyOrder(BTC, ETH);
    for (Book book : slow.events()) {
      assertThat(book.bids().toList()).isEqualTo(exchange().book(book.pair()).bids());
      assertThat(book.asks().toList()).isEqualTo(exchange().book(book.pair()).asks());
    }
  }

  @Test
  @DisplayName("MD-102 a slow listener gets every trade, in order")
  void tradesQueue() {
    Heard<Trade> slow = new Heard<>();
    Heard<Trade> direct = new Heard<>();
    soon(onExecutor().trades(List.of(BTC), slow).accepted());
    soon(market().trades(List.of(BTC), direct).accepted());
    for (int time = 0; time < 100; time++) {
      world.step(BTC, Move.TAKE);
    }

    runTasks();

    assertThat(slow.events()).hasSizeGreaterThanOrEqualTo(50).isEqualTo(direct.events());
    assertThat(slow.kinds()).containsExactly(Kind.ACCEPTED);
  }

  @Test
  @DisplayName(
      "MD-103 trades beyond the bound are lost oldest first, and the gap is told before the next")
  void tradesBeyondTheBound() {
    client.close();
    client = world.client(protocol()).queueLimit(10).build();
    client.onConnection(connection);
    List<Object> order = new ArrayList<>();
    Heard<Trade> slow =
        new Heard<>() {
          @Override
          public void on(Trade event) {
            super.on(event);
            order.add(event);
          }

          @Override
          public void onSubscription(SubscriptionEvent event) {
            super.onSubscription(event);
            order.add(event.kind());
          }
        };
    Heard<Trade> direct = new Heard<>();
    soon(onExecutor().trades(List.of(BTC), slow).accepted());
    soon(market().trades(List.of(BTC), direct).accepted());
    for (int time = 0; time < 50; time++) {
      world.step(BTC, Move.TAKE);
    }

    runTasks();

    int all = direct.events().size();
    assertThat(slow.events()).isEqualTo(direct.events().subList(all - 10, all));
    assertThat(order.indexOf(Kind.GAP)).isNotNegative().isLessThan(2);
    assertThat(slow.happenings().toString()).contains((all - 10) + " events");
  }

  @Test
  @DisplayName("MD-105 a slow listener gets every candle as it stood, in order")
  void candlesQueue() {
    Heard<Candle> slow = new Heard<>();
    Heard<Candle> direct = new Heard<>();
    soon(onExecutor().candles(Interval.MINUTES_1, List.of(BTC), slow).accepted());
    world.step(BTC, Move.TAKE);
    runTasks();
    slow.forget();
    soon(market().candles(Interval.MINUTES_1, List.of(BTC), direct).accepted());
    direct.forget();
    for (int time = 0; time < 20; time++) {
      world.step(BTC, Move.TAKE);
    }

    runTasks();

    assertThat(slow.events()).hasSizeGreaterThanOrEqualTo(20).isEqualTo(direct.events());
  }

  @Test
  @DisplayName("MD-106 a book is never shown ahead of an interruption that came before it")
  void orderOfState() {
    List<Object> order = new ArrayList<>();
    Heard<Book> slow =
        new Heard<>() {
          @Override
          public void on(Book book) {
            order.add(book.bids().toList());
          }

          @Override
          public void onSubscription(SubscriptionEvent event) {
            order.add(event.kind());
          }
        };
    soon(onExecutor().books(Depth.D10, List.of(BTC), slow).accepted());
    transport().cut();
    world.advance(RECOVERY);
    world.step(BTC, 5);

    runTasks();

    assertThat(order)
        .containsExactly(
            Kind.ACCEPTED,
            Kind.INTERRUPTED,
            Kind.RESTORED_WITHOUT_LOSS,
            exchange().book(BTC).bids());
  }

  @Test
  @DisplayName("MD-104 a listener that is never called again does not hold up the others")
  void stuckListener() {
    soon(onExecutor().books(Depth.D10, List.of(BTC), new Heard<>()).accepted());
    BookProbe books = probe(Depth.D10, BTC);

    world.step(BTC, 500);

    books.assertLive(BTC);
    assertThat(tasks).hasSize(1);
    tasks.clear();
  }

  @Test
  @DisplayName(
      "MD-107 (D2) a flood a hundred times faster than its reader leaves the heap as it was")
  void flood() {
    Flood flood = new Flood();
    soon(onExecutor().trades(List.of(BTC), flood).accepted());
    soon(onExecutor().books(Depth.D10, List.of(BTC), new Heard<>()).accepted());
    flood.arrive();
    long before = heap();

    runTasks();

    long grew = flood.heapWhenFull - before;
    assertThat(flood.heapWhenFull).as("looked at while the queue was full").isPositive();
    long trades = counted(Entry.TRADES);
    System.out.printf(
        "%s: %d trades, %d read, %d lost and told, %d KiB of heap more%n",
        protocol().name(), flood.arrived, flood.read, flood.lost, grew >> 10);
    assertThat(trades).isGreaterThanOrEqualTo(Flood.ALL);
    assertThat(flood.read + flood.lost).isEqualTo(flood.arrived);
    assertThat(flood.lost).isGreaterThan(Flood.ALL / 2);
    assertThat(grew).as("bytes of heap").isLessThan(16L << 20);
  }

  /** After what is unreachable has gone. */
  @SuppressWarnings("SystemGc")
  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** While it is busy with one trade, a hundred or more happen. */
  private final class Flood implements Listener<Trade> {
    private static final int ALL = Integer.getInteger("krakenspot.flood", 20_000);

    private long arrived;
    private long read;
    private long lost;
    private long heapWhenFull;

    private void arrive() {
      long before = counted(Entry.TRADES);
      for (int more = 0; more < 100 && arrived < ALL; more++) {
        world.step(BTC, Move.TAKE);
      }
      arrived += counted(Entry.TRADES) - before;
      if (arrived >= ALL && heapWhenFull == 0) {
        heapWhenFull = heap();
      }
    }

    @Override
    public void on(Trade trade) {
      read++;
      arrive();
    }

    @Override
    public void onSubscription(SubscriptionEvent event) {
      lost += event.dropped();
    }
  }
}
