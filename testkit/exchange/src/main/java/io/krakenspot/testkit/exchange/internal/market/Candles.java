package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Interval;
import io.krakenspot.market.Trade;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The candles of a pair, of every interval; only intervals with a trade have one. */
public final class Candles {
  /** One more than the five-minute candles of a day. */
  private static final int KEPT = 289;

  private static final Interval FINE = Interval.MINUTES_5;

  private final Map<Interval, Deque<MarketCandle>> candles = new EnumMap<>(Interval.class);

  /** Five-minute candles that have ended, added up from some moment on. */
  private final Map<Instant, Optional<MarketCandle>> endedSince = new HashMap<>();

  Candles() {
    for (Interval interval : Interval.values()) {
      candles.put(interval, new ArrayDeque<>());
    }
  }

  void add(Trade trade) {
    candles.forEach((interval, series) -> add(series, interval, trade));
  }

  private void add(Deque<MarketCandle> series, Interval interval, Trade trade) {
    MarketCandle next = MarketCandle.of(begin(interval, trade.timestamp()), trade);
    MarketCandle last = series.peekLast();
    if (last != null && last.begin().equals(next.begin())) {
      series.removeLast();
      next = last.plus(next);
    } else if (interval == FINE) {
      endedSince.clear();
    }
    series.addLast(next);
    if (series.size() > KEPT) {
      series.removeFirst();
    }
  }

  /** All that began at some moment or later, in one; empty if there is none. */
  Optional<MarketCandle> since(Instant from) {
    Deque<MarketCandle> series = candles.getOrDefault(FINE, new ArrayDeque<>());
    MarketCandle last = series.peekLast();
    if (last == null || last.begin().isBefore(from)) {
      return Optional.empty();
    }
    Instant first = begin(FINE, from.plus(FINE.duration()).minusNanos(1));
    Optional<MarketCandle> ended =
        endedSince.computeIfAbsent(
            first,
            begin ->
                series.stream()
                    .filter(candle -> candle.begin().isBefore(last.begin()))
                    .filter(candle -> !candle.begin().isBefore(begin))
                    .reduce(MarketCandle::plus));
    return Optional.of(ended.map(before -> before.plus(last)).orElse(last));
  }

  private static Instant begin(Interval interval, Instant time) {
    long length = interval.duration().toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), length) * length);
  }

  /**
   * The newest candles.
   *
   * @param interval their length
   * @param count how many at most
   * @return oldest first
   */
  public List<MarketCandle> last(Interval interval, int count) {
    Deque<MarketCandle> series = candles.getOrDefault(interval, new ArrayDeque<>());
    return series.stream().skip(Math.max(0, series.size() - count)).toList();
  }
}
