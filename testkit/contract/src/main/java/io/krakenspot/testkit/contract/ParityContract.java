package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.KrakenClient;
import io.krakenspot.client.Listener;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.Subscription;
import io.krakenspot.market.AssetInfo;
import io.krakenspot.market.Book;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Instrument;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Spread;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.Trade;
import io.krakenspot.port.Protocol;
import io.krakenspot.testkit.exchange.Move;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two versions, one exchange, the same moments: whoever changes the version hears the same events,
 * in all that both versions carry. Cases are numbered {@code MP-01} and on; virtual time.
 */
public abstract class ParityContract {
  private static final List<Pair> PAIRS =
      List.of(
          Pair.of("BTC/USD"),
          Pair.of("DOGE/USD"),
          Pair.of("SHIB/USD"),
          Pair.of("BONK/USD"),
          Pair.of("RARE/EUR"));

  private static final List<Move> MOVES = List.of(Move.values());

  private VirtualExchange world;
  private KrakenClient one;
  private KrakenClient other;

  /** Makes the suite. */
  protected ParityContract() {}

  /**
   * A version.
   *
   * @return a protocol
   */
  protected abstract Protocol one();

  /**
   * The version to compare with.
   *
   * @return another protocol
   */
  protected abstract Protocol other();

  @BeforeEach
  final void open() {
    world = VirtualExchange.open(99);
    one = world.client(one()).build();
    other = world.client(other()).build();
  }

  @AfterEach
  final void close() {
    one.close();
    other.close();
    world.run();
    assertThat(world.transport().openLinks()).isZero();
  }

  /** The same call on both, both accepted. */
  private <E> Both<E> both(BiFunction<MarketData, Listener<E>, Subscription> call) {
    Both<E> both = new Both<>(new Heard<>(), new Heard<>());
    Subscription first = call.apply(one.marketData(), both.one);
    Subscription second = call.apply(other.marketData(), both.other);
    world.run();
    assertThat(first.accepted().toCompletableFuture()).isCompleted();
    assertThat(second.accepted().toCompletableFuture()).isCompleted();
    return both;
  }

  private record Both<E>(Heard<E> one, Heard<E> other) {
    <T> void assertEqual(Function<E, T> inCommon) {
      List<T> expected = one.events().stream().map(inCommon).toList();
      assertThat(expected).hasSizeGreaterThan(PAIRS.size());
      assertThat(other.events().stream().map(inCommon).toList()).isEqualTo(expected);
      assertThat(other.happenings()).containsExactlyInAnyOrderElementsOf(one.happenings());
    }

    void assertClose(Function<E, BigDecimal> average) {
      for (int index = 0; index < one.events().size(); index++) {
        ParityContract.assertClose(
            average.apply(one.events().get(index)), average.apply(other.events().get(index)));
      }
    }
  }

  /** As equal as averages can be that were rounded to the decimals of each version. */
  private static void assertClose(BigDecimal average, BigDecimal other) {
    int decimals = Math.min(average.scale(), other.scale());
    assertThat(average.subtract(other).abs())
        .isLessThanOrEqualTo(BigDecimal.ONE.movePointLeft(decimals));
  }

  private void market() {
    for (int round = 0; round < 60; round++) {
      for (Pair pair : PAIRS) {
        world.step(pair, 2);
        world.step(pair, MOVES.get(round % MOVES.size()));
      }
      world.advance(Duration.ofMillis(700));
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Depth.class)
  @DisplayName("MP-01 books are the same after every event, level by level")
  final void books(Depth depth) {
    Both<Book> books = both((market, listener) -> market.books(depth, PAIRS, listener));
    market();

    books.assertEqual(
        book ->
            List.of(
                book.pair(),
                book.depth(),
                book.state(),
                book.asks().toList(),
                book.bids().toList(),
                book.fromSnapshot()));
  }

  @Test
  @DisplayName("MP-02 trades are the same but for their ids")
  final void trades() {
    Both<Trade> trades = both((market, listener) -> market.trades(PAIRS, listener));
    market();

    trades.assertEqual(StreamCases::withoutId);
  }

  @Test
  @DisplayName("MP-03 spreads are the same")
  final void spreads() {
    Both<Spread> spreads = both((market, listener) -> market.spreads(PAIRS, listener));
    market();

    spreads.assertEqual(spread -> spread);
  }

  @Test
  @DisplayName("MP-04 tickers are the same in the figures that both have")
  final void tickers() {
    Both<Ticker> tickers = both((market, listener) -> market.tickers(PAIRS, listener));
    market();

    tickers.assertEqual(
        ticker ->
            new Ticker(
                ticker.pair(),
                ticker.bid(),
                ticker.bidQuantity(),
                ticker.ask(),
                ticker.askQuantity(),
                ticker.last(),
                ticker.volume(),
                BigDecimal.ZERO,
                ticker.low(),
                ticker.high(),
                ticker.change(),
                null,
                null,
                null,
                null,
                null));
    tickers.assertClose(Ticker::vwap);
  }

  @Test
  @DisplayName("MP-05 candles are the same once the past is behind")
  final void candles() {
    Both<Candle> candles =
        both((market, listener) -> market.candles(Interval.MINUTES_1, PAIRS, listener));
    candles.one.forget();
    candles.other.forget();
    market();

    candles.assertEqual(
        candle ->
            new Candle(
                candle.pair(),
                candle.interval(),
                candle.begin(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                BigDecimal.ZERO,
                candle.volume(),
                candle.trades(),
                null));
    candles.assertClose(Candle::vwap);
  }

  @Test
  @DisplayName("MP-06 reference data is the same in the fields that both have")
  final void instruments() {
    Both<Instruments> all = both(MarketData::instruments);

    assertThat(pairs(all.other)).isEqualTo(pairs(all.one)).hasSizeGreaterThan(20);
    assertThat(codes(all.other)).isEqualTo(codes(all.one)).contains("BTC", "DOGE");
  }

  private static List<Instrument> pairs(Heard<Instruments> instruments) {
    return instruments.last().pairs().stream()
        .sorted(Comparator.comparing(Instrument::pair))
        .map(ParityContract::inCommon)
        .toList();
  }

  private static Instrument inCommon(Instrument pair) {
    return new Instrument(
        pair.pair(),
        pair.status(),
        pair.pricePrecision(),
        pair.priceIncrement(),
        pair.quantityPrecision(),
        pair.quantityIncrement(),
        pair.minimumQuantity(),
        pair.costPrecision(),
        pair.minimumCost(),
        pair.marginable(),
        null,
        null,
        null,
        null);
  }

  private static List<String> codes(Heard<Instruments> instruments) {
    return instruments.last().assets().stream()
        .map(AssetInfo::code)
        .sorted()
        .collect(Collectors.toList());
  }

  @Test
  @DisplayName("MP-07 an outage and a wrong checksum are told in the same way")
  final void faults() {
    Both<Book> books = both((market, listener) -> market.books(Depth.D10, PAIRS, listener));
    world.exchange().corruptNextChecksum(PAIRS.get(0));
    market();
    world.transport().cut();
    world.run();
    market();

    assertThat(books.one.kindsOf(PAIRS.get(0))).hasSize(4);
    for (Pair pair : PAIRS) {
      assertThat(books.other.kindsOf(pair)).isEqualTo(books.one.kindsOf(pair));
    }
    assertThat(levels(books.other.last())).isEqualTo(levels(books.one.last()));
  }

  private static List<Object> levels(Book book) {
    return List.of(book.pair(), book.asks().toList(), book.bids().toList());
  }
}
