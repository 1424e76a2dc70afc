package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.market.Interval;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.market.BookDelta;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Subscription;
import java.time.Instant;
import java.util.function.Supplier;

/** Sends a v2 client the data of its subscriptions. */
final class V2Feed {
  private static final String SNAPSHOT = "snapshot";
  private static final String UPDATE = "update";
  private static final int SNAPSHOT_CANDLES = 10;

  private final Client client;
  private boolean sentSomething;

  V2Feed(Client client) {
    this.client = client;
  }

  void snapshot(Subscription subscription) {
    client.begin(subscription.pair(), () -> send(snapshot(subscription, client.venue().stamp())));
  }

  private ObjectNode snapshot(Subscription subscription, Instant now) {
    MarketPair pair = subscription.pair();
    return switch (subscription.channel()) {
      case TICKER, SPREAD -> V2Data.ticker(SNAPSHOT, pair, pair.ticker(now));
      case BOOK ->
          V2Book.snapshot(pair, subscription.parameter(), client.takeSnapshotError(pair), now);
      case TRADE -> V2Data.trades(SNAPSHOT, pair.trades());
      case OHLC -> candles(SNAPSHOT, subscription, SNAPSHOT_CANDLES, now);
    };
  }

  void changed(PairUpdate update) {
    client.subscriptions().of(update.pair()).forEach(one -> changed(one, update));
  }

  private void changed(Subscription subscription, PairUpdate update) {
    MarketPair pair = update.pair();
    boolean traded = !update.trades().isEmpty();
    switch (subscription.channel()) {
      case BOOK -> book(subscription, update);
      case TRADE -> sendIf(traded, () -> V2Data.trades(UPDATE, update.trades()));
      case OHLC -> sendIf(traded, () -> candles(UPDATE, subscription, 1, update.time()));
      case TICKER, SPREAD ->
          sendIf(
              subscription.parameter() == V2Terms.ON_BEST_PRICE ? update.bestChanged() : traded,
              () -> V2Data.ticker(UPDATE, pair, pair.ticker(update.time())));
    }
  }

  private void book(Subscription subscription, PairUpdate update) {
    BookDelta delta = update.book(subscription.parameter());
    if (delta != null) {
      client.count(Entry.BOOK_UPDATES);
      send(V2Book.update(update, delta));
    }
  }

  private static ObjectNode candles(
      String type, Subscription subscription, int count, Instant time) {
    MarketPair pair = subscription.pair();
    Interval interval = Interval.ofMinutes(subscription.parameter());
    return V2Data.candles(type, pair, interval, pair.candles().last(interval, count), time);
  }

  private void sendIf(boolean due, Supplier<ObjectNode> message) {
    if (due) {
      send(message.get());
    }
  }

  /** Sends a channel message, which makes the next heartbeat unnecessary. */
  void send(ObjectNode message) {
    sentSomething = true;
    client.send(message);
  }

  /** Whether nothing was sent since the last call. */
  boolean takeIdle() {
    boolean idle = !sentSomething;
    sentSomething = false;
    return idle;
  }
}
