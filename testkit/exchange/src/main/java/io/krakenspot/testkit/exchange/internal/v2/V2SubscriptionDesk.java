package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Channel;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Subscription;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers {@code subscribe} and {@code unsubscribe} for channels with symbols, one for each. */
final class V2SubscriptionDesk {
  private static final String NO_SYMBOLS = "Symbol(s) not found";

  private final Client client;
  private final V2Feed feed;

  V2SubscriptionDesk(Client client, V2Feed feed) {
    this.client = client;
    this.feed = feed;
  }

  void subscribe(Channel channel, ObjectNode params, V2Reply reply) {
    V2Terms terms = V2Terms.of(channel, params);
    List<Subscription> granted = new ArrayList<>();
    forEachSymbol(params, terms, reply, pair -> subscribe(terms, pair, reply, granted));
    if (terms.snapshot()) {
      granted.forEach(feed::snapshot);
    }
  }

  private void subscribe(
      V2Terms terms, MarketPair pair, V2Reply reply, List<Subscription> granted) {
    Subscription subscription = new Subscription(terms.channel(), pair, terms.parameter());
    Optional<Subscription> other = client.subscriptions().find(terms.channel(), pair);
    String refusal = client.refusal();
    if (refusal != null) {
      reply.refused(refusal, pair.pair().toString());
    } else if (terms.channel() == Channel.OHLC && other.isPresent() && !isThere(subscription)) {
      reply.refused(
          "Already subscribed to one ohlc interval on this symbol", pair.pair().toString());
    } else if (isThere(subscription) || (terms.channel() == Channel.TICKER && other.isPresent())) {
      reply.refused(Texts.ALREADY_SUBSCRIBED);
    } else {
      client.subscriptions().add(subscription);
      client.count(Entry.SUBSCRIPTIONS);
      granted.add(subscription);
      reply.granted(terms.result(subscription, true));
    }
  }

  private boolean isThere(Subscription subscription) {
    return client.subscriptions().of(subscription.pair()).contains(subscription);
  }

  void unsubscribe(Channel channel, ObjectNode params, V2Reply reply) {
    V2Terms terms = V2Terms.of(channel, params);
    forEachSymbol(params, terms, reply, pair -> unsubscribe(terms, pair, reply));
  }

  private void unsubscribe(V2Terms terms, MarketPair pair, V2Reply reply) {
    Subscription subscription = new Subscription(terms.channel(), pair, terms.parameter());
    if (!client.subscriptions().remove(selected(subscription))) {
      reply.refused(Texts.NOT_SUBSCRIBED, "subscribe", pair.pair().toString());
      return;
    }
    client.count(Entry.UNSUBSCRIPTIONS);
    reply.granted(terms.result(subscription, false));
  }

  /** A ticker is known by its symbol alone, whatever its trigger. */
  private Subscription selected(Subscription asked) {
    return asked.channel() == Channel.TICKER
        ? client.subscriptions().find(Channel.TICKER, asked.pair()).orElse(asked)
        : asked;
  }

  private void forEachSymbol(
      ObjectNode params, V2Terms terms, V2Reply reply, Consumer<MarketPair> then) {
    String error = requestError(params, terms);
    if (error != null) {
      reply.refused(error);
      return;
    }
    for (JsonNode symbol : params.path("symbol")) {
      MarketPair pair = client.venue().market().find(symbol.asText());
      if (pair != null && pair.pair().toString().equals(symbol.asText())) {
        then.accept(pair);
      } else {
        reply.refused(Texts.badPair(symbol.asText()), symbol.asText());
      }
    }
  }

  private @Nullable String requestError(ObjectNode params, V2Terms terms) {
    if (!client.path().marketData()) {
      return Texts.PUBLIC_ELSEWHERE;
    }
    if (terms.error() != null) {
      return terms.error();
    }
    JsonNode symbols = params.path("symbol");
    return symbols.isArray() && !symbols.isEmpty() ? null : NO_SYMBOLS;
  }
}
