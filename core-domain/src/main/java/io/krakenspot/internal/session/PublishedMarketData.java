package io.krakenspot.internal.session;

import io.krakenspot.client.MarketDataPublisher;
import io.krakenspot.client.StreamEvent;
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
import java.util.Collection;
import java.util.concurrent.Flow;

/** Hands checked wishes for market data to subscribers. Safe for any thread. */
record PublishedMarketData(Delivery delivery, MarketWishes wishes) implements MarketDataPublisher {
  @Override
  public Flow.Publisher<StreamEvent<Ticker>> tickers(
      TickerTrigger trigger, Collection<Pair> pairs) {
    return delivery.publisher(wishes.tickers(trigger, pairs));
  }

  @Override
  public Flow.Publisher<StreamEvent<Spread>> spreads(Collection<Pair> pairs) {
    return delivery.publisher(wishes.spreads(pairs));
  }

  @Override
  public Flow.Publisher<StreamEvent<Book>> books(Depth depth, Collection<Pair> pairs) {
    return delivery.publisher(wishes.books(depth, pairs));
  }

  @Override
  public Flow.Publisher<StreamEvent<Level3Book>> level3(Level3Depth depth, Collection<Pair> pairs) {
    return delivery.publisher(wishes.level3(depth, pairs));
  }

  @Override
  public Flow.Publisher<StreamEvent<Trade>> trades(Collection<Pair> pairs) {
    return delivery.publisher(wishes.trades(pairs));
  }

  @Override
  public Flow.Publisher<StreamEvent<Candle>> candles(Interval interval, Collection<Pair> pairs) {
    return delivery.publisher(wishes.candles(interval, pairs));
  }

  @Override
  public Flow.Publisher<StreamEvent<Instruments>> instruments() {
    return delivery.publisher(wishes.instruments());
  }
}
