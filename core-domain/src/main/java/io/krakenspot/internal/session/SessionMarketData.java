package io.krakenspot.internal.session;

import io.krakenspot.client.Listener;
import io.krakenspot.client.MarketData;
import io.krakenspot.client.MarketDataPublisher;
import io.krakenspot.client.Subscription;
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
import io.krakenspot.port.SnapshotChoice;
import java.util.Collection;
import java.util.concurrent.Executor;

/** Hands checked wishes for market data to listeners. Safe for any thread. */
record SessionMarketData(Delivery delivery, MarketWishes wishes) implements MarketData {
  @Override
  public MarketData on(Executor chosen) {
    return new SessionMarketData(delivery.on(chosen), wishes);
  }

  @Override
  public MarketData withSnapshot(boolean wanted) {
    SnapshotChoice choice = wanted ? SnapshotChoice.WANTED : SnapshotChoice.UNWANTED;
    return new SessionMarketData(
        delivery, new MarketWishes(wishes.protocol(), choice, wishes.requireAccess()));
  }

  @Override
  public MarketDataPublisher publish() {
    return new PublishedMarketData(delivery, wishes);
  }

  @Override
  public Subscription tickers(
      TickerTrigger trigger, Collection<Pair> pairs, Listener<? super Ticker> listener) {
    return delivery.listen(wishes.tickers(trigger, pairs), listener);
  }

  @Override
  public Subscription spreads(Collection<Pair> pairs, Listener<? super Spread> listener) {
    return delivery.listen(wishes.spreads(pairs), listener);
  }

  @Override
  public Subscription books(Depth depth, Collection<Pair> pairs, Listener<? super Book> listener) {
    return delivery.listen(wishes.books(depth, pairs), listener);
  }

  @Override
  public Subscription level3(
      Level3Depth depth, Collection<Pair> pairs, Listener<? super Level3Book> listener) {
    return delivery.listen(wishes.level3(depth, pairs), listener);
  }

  @Override
  public Subscription trades(Collection<Pair> pairs, Listener<? super Trade> listener) {
    return delivery.listen(wishes.trades(pairs), listener);
  }

  @Override
  public Subscription candles(
      Interval interval, Collection<Pair> pairs, Listener<? super Candle> listener) {
    return delivery.listen(wishes.candles(interval, pairs), listener);
  }

  @Override
  public Subscription instruments(Listener<? super Instruments> listener) {
    return delivery.listen(wishes.instruments(), listener);
  }
}
