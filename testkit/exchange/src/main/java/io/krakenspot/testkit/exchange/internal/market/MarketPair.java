package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.market.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One pair of the market: its book, trades, candles and figures, all made from the same events.
 * Lives on the exchange's loop; {@link #top} and {@link #trades} may be read from any thread.
 */
public final class MarketPair {
  /** How many levels a side a checksum covers. */
  public static final int CHECKED_LEVELS = 10;

  /** How many trades are remembered, which is how many a snapshot has. */
  private static final int TRADES = 50;

  private final PairSpec spec;
  private final Pair pair;
  private final int index;
  private final BookModel book = new BookModel();
  private final Deque<Trade> trades = new ArrayDeque<>();
  private final Candles candles = new Candles();
  private final Map<Integer, BookView> views = new TreeMap<>();
  private InstrumentStatus status = InstrumentStatus.ONLINE;
  private long lastTradeId;

  MarketPair(PairSpec spec, int index) {
    this.spec = spec;
    this.pair = spec.pair();
    this.index = index;
    this.lastTradeId = 40_000_000L + (index * 1_000_003L);
    view(CHECKED_LEVELS);
  }

  synchronized PairUpdate apply(MarketEvent event, Instant time) {
    List<Level> before = best();
    event.changes().forEach(change -> change(change, time));
    List<Trade> traded = event.fills().stream().map(fill -> trade(fill, time)).toList();
    return new PairUpdate(
        this, time, traded, !best().equals(before), deltas(), event.level3(), 0, false);
  }

  private void change(BookChange change, Instant time) {
    Level level = book.set(change, time);
    views.values().forEach(view -> view.changed(change.side(), level));
  }

  private Trade trade(Fill fill, Instant time) {
    Trade trade =
        new Trade(
            pair,
            fill.side(),
            fill.price(),
            fill.quantity(),
            fill.orderType(),
            time,
            ++lastTradeId);
    trades.addLast(trade);
    if (trades.size() > TRADES) {
      trades.removeFirst();
    }
    candles.add(trade);
    return trade;
  }

  private Map<Integer, BookDelta> deltas() {
    Map<Integer, BookDelta> deltas = new TreeMap<>();
    views.forEach((depth, view) -> deltas.put(depth, view.take()));
    deltas.values().removeIf(BookDelta::isEmpty);
    return deltas;
  }

  private List<Level> best() {
    List<Level> best = new ArrayList<>(book.top(Side.BUY, 1));
    best.addAll(book.top(Side.SELL, 1));
    return best;
  }

  /**
   * What subscribers of a depth see.
   *
   * @param depth levels a side
   * @return kept up to date from now on
   */
  public BookView view(int depth) {
    return views.computeIfAbsent(depth, levels -> new BookView(book, levels));
  }

  /**
   * The best levels of a side.
   *
   * @param side {@code BUY} for bids, {@code SELL} for asks
   * @param count how many at most
   * @return best first
   */
  public synchronized List<Level> top(Side side, int count) {
    return book.top(side, count);
  }

  /**
   * The last trades.
   *
   * @return oldest first, at most 50
   */
  public synchronized List<Trade> trades() {
    return List.copyOf(trades);
  }

  /**
   * What a ticker says now.
   *
   * @param now time of the message
   * @return the figures
   */
  public TickerFigures ticker(Instant now) {
    Trade last = trades.getLast();
    return new TickerFigures(
        book.best(Side.BUY),
        book.best(Side.SELL),
        last,
        Figures.since(now.truncatedTo(ChronoUnit.DAYS), candles, last, spec.v1Decimals()),
        Figures.since(now.minus(Duration.ofDays(1)), candles, last, spec.v1Decimals()),
        now);
  }

  /**
   * The number of the last trade.
   *
   * @return rises by one with each trade
   */
  public long lastTradeId() {
    return lastTradeId;
  }

  /**
   * The price of the last trade.
   *
   * @return the first price of the pair if there was none
   */
  public BigDecimal lastPrice() {
    Trade last = trades.peekLast();
    return last == null ? spec.startPrice() : last.price();
  }

  BookModel book() {
    return book;
  }

  /**
   * The pair's candles.
   *
   * @return kept up to date
   */
  public Candles candles() {
    return candles;
  }

  /**
   * What the pair is like.
   *
   * @return its decimals and assets
   */
  public PairSpec spec() {
    return spec;
  }

  /**
   * The pair.
   *
   * @return for example {@code BTC/USD}
   */
  public Pair pair() {
    return pair;
  }

  /**
   * The place of the pair in the market.
   *
   * @return from 0
   */
  public int index() {
    return index;
  }

  /**
   * What the pair accepts now.
   *
   * @return its status
   */
  public InstrumentStatus status() {
    return status;
  }

  void status(InstrumentStatus newStatus) {
    status = newStatus;
  }
}
