package io.krakenspot.internal.session;

import io.krakenspot.failure.NotSupportedException;
import io.krakenspot.market.Book;
import io.krakenspot.market.Candle;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Interval;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Spread;
import io.krakenspot.market.Ticker;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.market.Trade;
import io.krakenspot.port.Feature;
import io.krakenspot.port.Protocol;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Support;
import io.krakenspot.port.Topic;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Checks what the user asks for of public market data. Safe for any thread. */
record MarketWishes(Protocol protocol, SnapshotChoice snapshot, Consumer<String> requireAccess) {
  Wish<Ticker> tickers(TickerTrigger trigger, Collection<Pair> pairs) {
    return wish(new Topic.TickerTopic(trigger), somePairs(pairs), Ticker::pair, true);
  }

  Wish<Spread> spreads(Collection<Pair> pairs) {
    return wish(new Topic.SpreadTopic(), somePairs(pairs), Spread::pair, true);
  }

  Wish<Book> books(Depth depth, Collection<Pair> pairs) {
    requireSnapshot();
    return wish(new Topic.BookTopic(depth), somePairs(pairs), Book::pair, true);
  }

  Wish<Level3Book> level3(Level3Depth depth, Collection<Pair> pairs) {
    requireSnapshot();
    return wish(new Topic.Level3Topic(depth), somePairs(pairs), Level3Book::pair, true);
  }

  private void requireSnapshot() {
    if (snapshot == SnapshotChoice.UNWANTED) {
      throw new IllegalArgumentException("a book cannot be kept without its snapshot");
    }
  }

  Wish<Trade> trades(Collection<Pair> pairs) {
    return wish(new Topic.TradeTopic(), somePairs(pairs), Trade::pair, false);
  }

  Wish<Candle> candles(Interval interval, Collection<Pair> pairs) {
    return wish(new Topic.CandleTopic(interval), somePairs(pairs), Candle::pair, false);
  }

  Wish<Instruments> instruments() {
    return wish(new Topic.InstrumentTopic(false), Set.of(), any -> null, false);
  }

  private <E> Wish<E> wish(Topic topic, Set<Pair> pairs, Wish.PairOf<E> pairOf, boolean conflates) {
    require(protocol.featureOf(topic));
    if (topic.host().needsToken()) {
      requireAccess.accept(topic.name());
    }
    return new Wish<>(topic, pairs, choiceFor(topic), pairOf, conflates, Resync::none);
  }

  /** What the exchange does anyway need not be asked for. */
  private SnapshotChoice choiceFor(Topic topic) {
    boolean trades = topic instanceof Topic.TradeTopic;
    boolean byItself =
        snapshot == (trades ? SnapshotChoice.UNWANTED : SnapshotChoice.WANTED)
            || snapshot == SnapshotChoice.DEFAULT;
    if (byItself) {
      return SnapshotChoice.DEFAULT;
    }
    require(trades ? Feature.TRADE_SNAPSHOT : Feature.SNAPSHOT_CHOICE);
    return snapshot;
  }

  private void require(Feature feature) {
    Support support = protocol.support(feature);
    if (!support.available()) {
      throw new NotSupportedException(feature.description(), protocol.name(), support.note());
    }
  }

  private static Set<Pair> somePairs(Collection<Pair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException(
          "name at least one pair, for example Pair.of(\"BTC/USD\")");
    }
    return new LinkedHashSet<>(pairs);
  }
}
