package io.krakenspot.testkit.exchange.internal.v1;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.market.Interval;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.market.BookDelta;
import io.krakenspot.testkit.exchange.internal.market.MarketCandle;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import io.krakenspot.testkit.exchange.internal.session.Channel;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Sends a v1 client the data of its subscriptions. */
final class V1Feed {
  private final Client client;

  V1Feed(Client client) {
    this.client = client;
  }

  /** What a subscription begins with: the present state, except that trades begin with nothing. */
  void first(Subscription subscription) {
    if (subscription.channel() != Channel.TRADE) {
      client.begin(subscription.pair(), () -> present(subscription));
    }
  }

  private void present(Subscription subscription) {
    switch (subscription.channel()) {
      case TICKER -> client.send(ticker(subscription, client.venue().stamp()));
      case OHLC -> candles(subscription).forEach(client::send);
      case SPREAD -> client.send(V1Data.spread(subscription, client.venue().stamp()));
      case BOOK -> client.send(V1Book.snapshot(subscription));
      case TRADE -> {}
    }
  }

  void changed(PairUpdate update) {
    client.subscriptions().of(update.pair()).forEach(one -> changed(one, update));
  }

  private void changed(Subscription subscription, PairUpdate update) {
    boolean traded = !update.trades().isEmpty();
    switch (subscription.channel()) {
      case BOOK -> book(subscription, update);
      case SPREAD -> sendIf(update.bestChanged(), () -> V1Data.spread(subscription, update.time()));
      case TRADE -> sendIf(traded, () -> V1Data.trades(subscription, update.trades()));
      case TICKER -> sendIf(traded, () -> ticker(subscription, update.time()));
      case OHLC -> sendIf(traded, () -> candles(subscription).get(0));
    }
  }

  private void sendIf(boolean due, Supplier<? extends JsonNode> message) {
    if (due) {
      client.send(message.get());
    }
  }

  private void book(Subscription subscription, PairUpdate update) {
    BookDelta delta = update.book(subscription.parameter());
    if (delta != null) {
      client.count(Entry.BOOK_UPDATES);
      client.send(V1Book.update(subscription, delta, update.checksumError()));
    }
  }

  private static JsonNode ticker(Subscription subscription, Instant time) {
    return V1Data.ticker(subscription, subscription.pair().ticker(time));
  }

  /** The newest candle alone, however old; none if there was never a trade. */
  private static List<? extends JsonNode> candles(Subscription subscription) {
    Interval interval = Interval.ofMinutes(subscription.parameter());
    List<MarketCandle> newest = subscription.pair().candles().last(interval, 1);
    return newest.stream().map(candle -> V1Data.candle(subscription, candle)).toList();
  }
}
