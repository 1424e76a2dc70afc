package io.krakenspot.client;

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
import java.util.concurrent.Executor;

/**
 * Subscribes to public market data. Each method returns at once and dials if need be; each throws
 * {@link io.krakenspot.failure.NotSupportedException}, before anything is sent, if the client's
 * version lacks the stream, and {@link IllegalArgumentException} if no pair is given.
 *
 * <p>{@link #on} and {@link #withSnapshot} return a view with another setting:
 *
 * <pre>{@code
 * client.marketData().on(executor).trades(List.of(Pair.of("BTC/USD")), trade -> ...);
 * }</pre>
 *
 * <p>Source: Kraken public channels, v1 and v2.
 */
public interface MarketData {
  /**
   * The same, with listeners called on an executor, one event at a time. Books of both kinds,
   * tickers and spreads conflate to the newest a pair; trades, candles and reference data queue to
   * a bound, beyond which the oldest are dropped and a {@link SubscriptionEvent.Kind#GAP} is told.
   * Order holds: no event overtakes what happened to the subscription before it.
   *
   * @param executor runs the listeners; may block
   * @return a view
   */
  MarketData on(Executor executor);

  /**
   * The same, with an explicit choice whether a subscription starts with what went before. Without
   * it: all but trades start with a snapshot.
   *
   * @param wanted for trades on v2 the last 50
   * @return a view
   */
  MarketData withSnapshot(boolean wanted);

  /**
   * Tickers, sent on trades.
   *
   * @param pairs one or more
   * @param listener hears them
   * @return the subscription
   */
  default Subscription tickers(Collection<Pair> pairs, Listener<? super Ticker> listener) {
    return tickers(TickerTrigger.TRADES, pairs, listener);
  }

  /**
   * Tickers.
   *
   * @param trigger what makes the exchange send one; {@link TickerTrigger#BEST_BID_OFFER} is v2
   *     only
   * @param pairs one or more
   * @param listener hears them
   * @return the subscription
   */
  Subscription tickers(
      TickerTrigger trigger, Collection<Pair> pairs, Listener<? super Ticker> listener);

  /**
   * Best bids and offers.
   *
   * @param pairs one or more
   * @param listener hears them
   * @return the subscription
   */
  Subscription spreads(Collection<Pair> pairs, Listener<? super Spread> listener);

  /**
   * Order books. The listener is called after each frame that leaves the book live.
   *
   * @param depth levels a side
   * @param pairs one or more
   * @param listener hears them
   * @return the subscription
   */
  Subscription books(Depth depth, Collection<Pair> pairs, Listener<? super Book> listener);

  /**
   * Order books order by order, v2 only, on a link of their own that needs a token of the account.
   * The listener is called after each frame that leaves the book live.
   *
   * @param depth price levels a side
   * @param pairs one or more; at most 200 a client in all
   * @param listener hears them
   * @return the subscription
   * @throws IllegalArgumentException if the client would follow more than 200 pairs; nothing was
   *     sent
   * @throws IllegalStateException if the client was built without credentials; nothing was sent
   */
  Subscription level3(
      Level3Depth depth, Collection<Pair> pairs, Listener<? super Level3Book> listener);

  /**
   * Trades.
   *
   * @param pairs one or more
   * @param listener hears them
   * @return the subscription
   */
  Subscription trades(Collection<Pair> pairs, Listener<? super Trade> listener);

  /**
   * Candles.
   *
   * @param interval their length
   * @param pairs one or more
   * @param listener hears them
   * @return the subscription
   */
  Subscription candles(
      Interval interval, Collection<Pair> pairs, Listener<? super Candle> listener);

  /**
   * Reference data of all assets and pairs: once, then on v2 each change.
   *
   * @param listener hears it
   * @return the subscription
   */
  Subscription instruments(Listener<? super Instruments> listener);
}
