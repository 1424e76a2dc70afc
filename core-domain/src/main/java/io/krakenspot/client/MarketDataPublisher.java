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
import java.util.concurrent.Flow;

/**
 * Public market data as publishers with demand. Nothing is subscribed to until a subscriber
 * subscribes; each subscriber has a subscription of its own:
 *
 * <pre>{@code
 * client.marketData().publish().trades(List.of(Pair.of("BTC/USD"))).subscribe(subscriber);
 * }</pre>
 *
 * <p>What was not requested yet waits in a queue: books, tickers and spreads as the newest a pair,
 * the rest up to a bound, beyond which the oldest are dropped and a {@link
 * SubscriptionEvent.Kind#GAP} says how many. Notices are elements, so that none is missed, and
 * count against the demand. Books are copies and may be kept.
 *
 * <p>{@code onError} comes when every pair was refused ({@link
 * io.krakenspot.failure.SubscriptionRefusedException}), when no connection will come ({@link
 * io.krakenspot.failure.ConnectionFailedException}), or when less than one element was requested
 * ({@link IllegalArgumentException}); {@code onComplete} when the client is closed. Both come after
 * what waits, except for the last of the errors, which comes at once. A pair refused beside others
 * is a notice. To cancel is to unsubscribe. A subscriber that throws is cancelled and reported to
 * {@link ConnectionListener#onListenerFailure}.
 *
 * <p>Signals come one at a time on the loop, or on the executor of {@link MarketData#on}. Each
 * method throws at once what the method of the same name in {@link MarketData} throws.
 */
public interface MarketDataPublisher {
  /**
   * Tickers, sent on trades.
   *
   * @param pairs one or more
   * @return publishes them
   */
  default Flow.Publisher<StreamEvent<Ticker>> tickers(Collection<Pair> pairs) {
    return tickers(TickerTrigger.TRADES, pairs);
  }

  /**
   * Tickers.
   *
   * @param trigger what makes the exchange send one; {@link TickerTrigger#BEST_BID_OFFER} is v2
   *     only
   * @param pairs one or more
   * @return publishes them
   */
  Flow.Publisher<StreamEvent<Ticker>> tickers(TickerTrigger trigger, Collection<Pair> pairs);

  /**
   * Best bids and offers.
   *
   * @param pairs one or more
   * @return publishes them
   */
  Flow.Publisher<StreamEvent<Spread>> spreads(Collection<Pair> pairs);

  /**
   * Order books, as copies.
   *
   * @param depth levels a side
   * @param pairs one or more
   * @return publishes them
   */
  Flow.Publisher<StreamEvent<Book>> books(Depth depth, Collection<Pair> pairs);

  /**
   * Order books order by order, as copies; v2 only, with credentials.
   *
   * @param depth price levels a side
   * @param pairs one or more
   * @return publishes them
   */
  Flow.Publisher<StreamEvent<Level3Book>> level3(Level3Depth depth, Collection<Pair> pairs);

  /**
   * Trades.
   *
   * @param pairs one or more
   * @return publishes them
   */
  Flow.Publisher<StreamEvent<Trade>> trades(Collection<Pair> pairs);

  /**
   * Candles.
   *
   * @param interval their length
   * @param pairs one or more
   * @return publishes them
   */
  Flow.Publisher<StreamEvent<Candle>> candles(Interval interval, Collection<Pair> pairs);

  /**
   * Reference data of all assets and pairs: once, then on v2 each change.
   *
   * @return publishes it
   */
  Flow.Publisher<StreamEvent<Instruments>> instruments();
}
