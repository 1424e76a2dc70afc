package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Subscription;
import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.BookLevel;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Spread;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.market.Trade;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.MarketBook;
import io.krakenspot.testkit.exchange.Move;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickers, spreads and trades against the exchange's truth. */
abstract class StreamCases extends MarketDataCase {
  private static final List<Move> MOVES = List.of(Move.TAKE, Move.PLACE, Move.SWEEP, Move.CANCEL);

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"BTC/USD", "SHIB/USD", "BONK/USD", "RARE/EUR"})
  @DisplayName("MD-60 a ticker comes at once and with every trade, and tells the truth")
  void ticker(String name) {
    Pair pair = Pair.of(name);
    Heard<Ticker> tickers = new Heard<>();
    soon(market().tickers(List.of(pair), tickers).accepted());
    assertTicker(tickers.last(), pair);
    assertThat(tickers.events()).hasSize(1);

    for (int round = 0; round < 40; round++) {
      BigDecimal volume = tickers.last().volume();
      int heard = tickers.events().size();
      List<Trade> traded = tradedBy(pair, MOVES.get(round % MOVES.size()));
      assertThat(tickers.events()).hasSize(traded.isEmpty() ? heard : heard + 1);
      if (!traded.isEmpty()) {
        assertTicker(tickers.last(), pair);
        assertThat(tickers.last().volume().subtract(volume)).isEqualByComparingTo(volumeOf(traded));
      }
    }
  }

  private void assertTicker(Ticker ticker, Pair pair) {
    MarketBook book = exchange().book(pair, 1);
    List<Trade> trades = exchange().lastTrades(pair);
    assertThat(ticker.pair()).isEqualTo(pair);
    assertThat(new BookLevel(ticker.bid(), ticker.bidQuantity())).isEqualTo(book.bids().get(0));
    assertThat(new BookLevel(ticker.ask(), ticker.askQuantity())).isEqualTo(book.asks().get(0));
    assertThat(ticker.last()).isEqualByComparingTo(trades.get(trades.size() - 1).price());
    assertThat(ticker.vwap()).isBetween(ticker.low(), ticker.high());
    assertThat(ticker.last()).isBetween(ticker.low(), ticker.high());
    assertThat(ticker.change()).isNotNull();
    assertThat(ticker.changePercent() != null).isEqualTo(has(Feature.TICKER_CHANGE_PERCENT));
    assertThat(ticker.today() != null).isEqualTo(has(Feature.TICKER_TODAY));
  }

  @Test
  @DisplayName("MD-61 a ticker on changes of the best price follows each of them")
  void tickerOnBestPrice() {
    assumeHas(Feature.TICKER_BEST_BID_OFFER);
    Heard<Ticker> tickers = new Heard<>();
    soon(market().tickers(TickerTrigger.BEST_BID_OFFER, List.of(BTC), tickers).accepted());

    for (int round = 0; round < 100; round++) {
      MarketBook before = exchange().book(BTC, 1);
      int heard = tickers.events().size();
      world.step(BTC, 1);
      boolean changed = !exchange().book(BTC, 1).equals(before);
      assertThat(tickers.events()).hasSize(changed ? heard + 1 : heard);
      assertTicker(tickers.last(), BTC);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"BTC/USD", "SHIB/USD", "BONK/USD", "RARE/EUR"})
  @DisplayName("MD-62 a spread comes at once and with every change of the best price")
  void spread(String name) {
    Pair pair = Pair.of(name);
    Heard<Spread> spreads = new Heard<>();
    soon(market().spreads(List.of(pair), spreads).accepted());
    assertThat(spreads.events()).hasSize(1);
    assertSpread(spreads.last(), pair);

    for (int round = 0; round < 100; round++) {
      MarketBook before = exchange().book(pair, 1);
      int heard = spreads.events().size();
      world.step(pair, 1);
      boolean changed = !exchange().book(pair, 1).equals(before);
      assertThat(spreads.events()).hasSize(changed ? heard + 1 : heard);
      assertSpread(spreads.last(), pair);
    }
  }

  private void assertSpread(Spread spread, Pair pair) {
    MarketBook book = exchange().book(pair, 1);
    assertThat(spread.pair()).isEqualTo(pair);
    assertThat(new BookLevel(spread.bid(), spread.bidQuantity())).isEqualTo(book.bids().get(0));
    assertThat(new BookLevel(spread.ask(), spread.askQuantity())).isEqualTo(book.asks().get(0));
    assertThat(spread.width()).isPositive();
  }

  @ParameterizedTest(name = "ticker first: {0}")
  @ValueSource(booleans = {true, false})
  @DisplayName("MD-63 spread and ticker of one pair are had at once, in either order")
  void spreadBesideTicker(boolean tickerFirst) {
    Heard<Ticker> tickers = new Heard<>();
    Heard<Spread> spreads = new Heard<>();
    if (tickerFirst) {
      soon(market().tickers(List.of(BTC), tickers).accepted());
    }
    soon(market().spreads(List.of(BTC), spreads).accepted());
    if (!tickerFirst) {
      soon(market().tickers(List.of(BTC), tickers).accepted());
    }

    world.step(BTC, Move.SWEEP);
    world.step(BTC, Move.TAKE);

    assertTicker(tickers.last(), BTC);
    assertSpread(spreads.last(), BTC);
    assertThat(tickers.kinds()).containsExactly(Kind.ACCEPTED);
    assertThat(spreads.kinds()).containsExactly(Kind.ACCEPTED);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"BTC/USD", "SHIB/USD", "BONK/USD", "ADA/BTC"})
  @DisplayName("MD-64 all trades come, once and in order, with nothing changed")
  void trades(String name) {
    Pair pair = Pair.of(name);
    Heard<Trade> trades = new Heard<>();
    soon(market().trades(List.of(pair), trades).accepted());
    assertThat(trades.events()).as("before the first trade").isEmpty();

    List<Trade> truth = new ArrayList<>();
    for (int round = 0; round < 200; round++) {
      truth.addAll(tradedBy(pair, MOVES.get(round % MOVES.size())));
      world.advance(Duration.ofMillis(7));
    }

    assertThat(truth).hasSizeGreaterThan(100);
    assertThat(trades.events()).isEqualTo(asCarried(truth));
  }

  @Test
  @DisplayName("MD-65 the last 50 trades come first if they are asked for")
  void tradeSnapshot() {
    assumeHas(Feature.TRADE_SNAPSHOT);
    Heard<Trade> trades = new Heard<>();
    List<Trade> truth = new ArrayList<>(exchange().lastTrades(BTC));

    soon(market().withSnapshot(true).trades(List.of(BTC), trades).accepted());
    assertThat(trades.events()).hasSize(50).isEqualTo(asCarried(truth));
    truth.addAll(tradedBy(BTC, Move.SWEEP));
    assertThat(trades.events()).isEqualTo(asCarried(truth));
  }

  @Test
  @DisplayName("MD-66 without a snapshot a stream begins with the next change")
  void withoutSnapshot() {
    assumeHas(Feature.SNAPSHOT_CHOICE);
    Heard<Ticker> tickers = new Heard<>();

    soon(market().withSnapshot(false).tickers(List.of(BTC), tickers).accepted());

    assertThat(tickers.events()).isEmpty();
    world.step(BTC, Move.SWEEP);
    assertThat(tickers.events()).hasSize(1);
  }

  @Test
  @DisplayName("MD-67 every stream of every pair at once, for a minute: all is understood")
  void everythingAtOnce() {
    List<Pair> all = exchange().pairs();
    BookProbe books = probe(Depth.D10, all);
    Heard<Trade> trades = new Heard<>();
    List<Subscription> subscriptions =
        List.of(
            market().tickers(all, new Heard<>()),
            market().spreads(all, new Heard<>()),
            market().trades(all, trades),
            market().candles(Interval.MINUTES_1, all, new Heard<>()),
            market().instruments(new Heard<>()));
    world.advance(Duration.ofSeconds(10));
    subscriptions.forEach(subscription -> soon(subscription.accepted()));
    long tradesBefore = counted(Entry.TRADES);

    exchange().eventsPerSecond(2);
    world.advance(Duration.ofMinutes(1));

    all.forEach(books::assertLive);
    assertThat(trades.events()).hasSize((int) (counted(Entry.TRADES) - tradesBefore));
    assertThat(counters().malformed()).isZero();
    assertThat(counters().unrecognised()).isZero();
    assertThat(counters().unknownFields()).isZero();
    assertThat(counters().checksumsMismatched()).isZero();
    assertThat(connection.errors).isEmpty();
    assertThat(transport().dials()).isOne();
  }

  /** The trades that one event made. */
  private List<Trade> tradedBy(Pair pair, Move move) {
    long last = lastId(pair);
    world.step(pair, move);
    return exchange().lastTrades(pair).stream().filter(trade -> id(trade) > last).toList();
  }

  private long lastId(Pair pair) {
    List<Trade> trades = exchange().lastTrades(pair);
    return id(trades.get(trades.size() - 1));
  }

  private static long id(Trade trade) {
    Long id = trade.id();
    return id == null ? -1 : id;
  }

  /** The trades as this version can tell them. */
  private List<Trade> asCarried(List<Trade> trades) {
    return has(Feature.TRADE_IDS) ? trades : trades.stream().map(StreamCases::withoutId).toList();
  }

  static Trade withoutId(Trade trade) {
    return new Trade(
        trade.pair(),
        trade.side(),
        trade.price(),
        trade.quantity(),
        trade.orderType(),
        trade.timestamp(),
        null);
  }

  private static BigDecimal volumeOf(List<Trade> trades) {
    return trades.stream().map(Trade::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
