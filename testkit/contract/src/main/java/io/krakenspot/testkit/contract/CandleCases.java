package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Trade;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.Move;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Candles against what the exchange's trades make of them. */
abstract class CandleCases extends MarketDataCase {
  private final List<Trade> trades = new ArrayList<>();

  /**
   * The market stands at the beginning of an interval of every length, after 26 hours of trades.
   */
  @BeforeEach
  void rememberTrades() {
    trades.clear();
  }

  @Test
  @DisplayName("MD-70 a candle comes with every trade and is what the trades make of it")
  void candleOfEveryTrade() {
    Heard<Candle> candles = new Heard<>();
    soon(market().candles(Interval.MINUTES_1, List.of(BTC), candles).accepted());
    assertThat(candles.events()).as("present state").isNotEmpty();

    for (int round = 0; round < 60; round++) {
      trade();
      assertCandle(candles.last(), Interval.MINUTES_1);
      world.advance(Duration.ofSeconds(7));
    }

    assertThat(candles.events().stream().map(Candle::begin).distinct().count()).isGreaterThan(6);
    assertThat(candles.events()).isSortedAccordingTo(Comparator.comparing(Candle::begin));
  }

  @Test
  @DisplayName("MD-71 candles of several lengths of one pair are kept apart")
  void severalIntervals() {
    assumeHas(Feature.CANDLE_SEVERAL_INTERVALS);
    Heard<Candle> minutes = new Heard<>();
    Heard<Candle> quarters = new Heard<>();
    soon(market().candles(Interval.MINUTES_1, List.of(BTC), minutes).accepted());
    soon(market().candles(Interval.MINUTES_15, List.of(BTC), quarters).accepted());

    for (int round = 0; round < 20; round++) {
      trade();
      assertCandle(minutes.last(), Interval.MINUTES_1);
      assertCandle(quarters.last(), Interval.MINUTES_15);
      world.advance(Duration.ofSeconds(10));
    }
  }

  @Test
  @DisplayName("MD-72 where one pair has one length, another is refused in words")
  void onlyOneInterval() {
    assumeHasNot(Feature.CANDLE_SEVERAL_INTERVALS);
    Heard<Candle> minutes = new Heard<>();
    Heard<Candle> refused = new Heard<>();
    soon(market().candles(Interval.MINUTES_1, List.of(BTC), minutes).accepted());
    int sent = transport().sent().size();

    market().candles(Interval.MINUTES_15, List.of(BTC), refused);
    world.run();

    assertThat(refused.kinds()).containsExactly(Kind.REFUSED);
    assertThat(refused.happenings().get(0).detail()).contains(protocol().name(), "unsubscribe");
    assertThat(transport().sent()).hasSize(sent);
    trade();
    assertCandle(minutes.last(), Interval.MINUTES_1);
  }

  @Test
  @DisplayName("MD-73 past candles come first, oldest first")
  void history() {
    assumeHas(Feature.CANDLE_HISTORY);
    Heard<Candle> candles = new Heard<>();

    soon(market().candles(Interval.HOURS_1, List.of(BTC), candles).accepted());

    assertThat(candles.events()).hasSizeGreaterThan(5);
    assertThat(candles.events()).extracting(Candle::begin).isSorted().doesNotHaveDuplicates();
  }

  private void trade() {
    Instant before = world.loop().now();
    long last = lastId();
    world.step(BTC, Move.SWEEP);
    assertThat(world.loop().now()).isEqualTo(before);
    exchange().lastTrades(BTC).stream().filter(trade -> id(trade) > last).forEach(trades::add);
  }

  private long lastId() {
    List<Trade> all = exchange().lastTrades(BTC);
    return id(all.get(all.size() - 1));
  }

  private static long id(Trade trade) {
    return Objects.requireNonNull(trade.id());
  }

  private void assertCandle(Candle candle, Interval interval) {
    Instant now = world.loop().now();
    long seconds = interval.duration().toSeconds();
    Instant begin = Instant.ofEpochSecond(now.getEpochSecond() / seconds * seconds);
    List<Trade> of = trades.stream().filter(trade -> !trade.timestamp().isBefore(begin)).toList();
    List<BigDecimal> prices = of.stream().map(Trade::price).toList();
    assertThat(candle.interval()).isEqualTo(interval);
    assertThat(candle.begin()).isEqualTo(begin);
    assertThat(candle.end()).isEqualTo(begin.plus(interval.duration()));
    assertThat(candle.trades()).isEqualTo(of.size());
    assertThat(candle.open()).isEqualByComparingTo(prices.get(0));
    assertThat(candle.close()).isEqualByComparingTo(prices.get(prices.size() - 1));
    assertThat(candle.high())
        .isEqualByComparingTo(prices.stream().max(Comparator.naturalOrder()).get());
    assertThat(candle.low())
        .isEqualByComparingTo(prices.stream().min(Comparator.naturalOrder()).get());
    assertThat(candle.volume())
        .isEqualByComparingTo(sum(of.stream().map(Trade::quantity).toList()));
    assertVwap(candle, of);
  }

  private static void assertVwap(Candle candle, List<Trade> of) {
    BigDecimal cost =
        sum(of.stream().map(trade -> trade.price().multiply(trade.quantity())).toList());
    BigDecimal exact = cost.divide(candle.volume(), candle.vwap().scale(), RoundingMode.HALF_UP);
    assertThat(candle.vwap()).isEqualByComparingTo(exact);
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
