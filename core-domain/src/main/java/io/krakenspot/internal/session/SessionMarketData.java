package io.krakenspot.internal.session;

import io.krakenspot.client.Listener;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.Subscription;
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
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks what the user asks for and hands it to the session. Safe for any thread. */
final class SessionMarketData implements MarketData {
  private final Session session;
  private final Protocol protocol;
  private final int queueLimit;
  private final @Nullable Executor executor;
  private final SnapshotChoice snapshot;
  private final Level3Limit level3Limit;

  SessionMarketData(
      Session session,
      Protocol protocol,
      int queueLimit,
      @Nullable Executor executor,
      SnapshotChoice snapshot) {
    this(session, protocol, queueLimit, executor, snapshot, new Level3Limit());
  }

  private SessionMarketData(
      Session session,
      Protocol protocol,
      int queueLimit,
      @Nullable Executor executor,
      SnapshotChoice snapshot,
      Level3Limit level3Limit) {
    this.session = session;
    this.protocol = protocol;
    this.queueLimit = queueLimit;
    this.executor = executor;
    this.snapshot = snapshot;
    this.level3Limit = level3Limit;
  }

  @Override
  public MarketData on(Executor chosen) {
    return new SessionMarketData(session, protocol, queueLimit, chosen, snapshot, level3Limit);
  }

  @Override
  public MarketData withSnapshot(boolean wanted) {
    return new SessionMarketData(
        session,
        protocol,
        queueLimit,
        executor,
        wanted ? SnapshotChoice.WANTED : SnapshotChoice.UNWANTED,
        level3Limit);
  }

  @Override
  public Subscription tickers(
      TickerTrigger trigger, Collection<Pair> pairs, Listener<? super Ticker> listener) {
    return subscribe(new Topic.TickerTopic(trigger), somePairs(pairs), listener, Ticker::pair);
  }

  @Override
  public Subscription spreads(Collection<Pair> pairs, Listener<? super Spread> listener) {
    return subscribe(new Topic.SpreadTopic(), somePairs(pairs), listener, Spread::pair);
  }

  @Override
  public Subscription books(Depth depth, Collection<Pair> pairs, Listener<? super Book> listener) {
    requireSnapshot();
    return subscribe(new Topic.BookTopic(depth), somePairs(pairs), listener, Book::pair);
  }

  @Override
  public Subscription level3(
      Level3Depth depth, Collection<Pair> pairs, Listener<? super Level3Book> listener) {
    requireSnapshot();
    return subscribe(new Topic.Level3Topic(depth), somePairs(pairs), listener, Level3Book::pair);
  }

  private void requireSnapshot() {
    if (snapshot == SnapshotChoice.UNWANTED) {
      throw new IllegalArgumentException("a book cannot be kept without its snapshot");
    }
  }

  @Override
  public Subscription trades(Collection<Pair> pairs, Listener<? super Trade> listener) {
    return subscribe(new Topic.TradeTopic(), somePairs(pairs), listener, null);
  }

  @Override
  public Subscription candles(
      Interval interval, Collection<Pair> pairs, Listener<? super Candle> listener) {
    return subscribe(new Topic.CandleTopic(interval), somePairs(pairs), listener, null);
  }

  @Override
  public Subscription instruments(Listener<? super Instruments> listener) {
    return subscribe(new Topic.InstrumentTopic(false), Set.of(), listener, null);
  }

  private <E> Subscription subscribe(
      Topic topic,
      Set<Pair> pairs,
      Listener<? super E> listener,
      @Nullable Function<E, Pair> conflateBy) {
    require(protocol.featureOf(topic));
    SnapshotChoice choice = choiceFor(topic);
    Outlet<E> outlet =
        executor == null
            ? Outlet.direct(listener, session)
            : new QueuedOutlet<>(executor, listener, session, topic.name(), conflateBy, queueLimit);
    ActiveSubscription<E> subscription =
        new ActiveSubscription<>(topic, pairs, choice, outlet, executor != null, this::unsubscribe);
    if (topic instanceof Topic.Level3Topic) {
      session.requireAccess("level3");
      level3Limit.take(subscription);
    }
    session.subscribe(subscription);
    return subscription;
  }

  private void unsubscribe(ActiveSubscription<?> subscription) {
    level3Limit.giveBack(subscription);
    session.unsubscribe(subscription);
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
