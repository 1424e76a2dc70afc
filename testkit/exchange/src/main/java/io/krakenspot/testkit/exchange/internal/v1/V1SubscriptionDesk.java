package io.krakenspot.testkit.exchange.internal.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Subscription;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers {@code subscribe} and {@code unsubscribe} of v1, one answer for each pair. */
final class V1SubscriptionDesk {
  private final Client client;
  private final V1Feed feed;

  V1SubscriptionDesk(Client client, V1Feed feed) {
    this.client = client;
    this.feed = feed;
  }

  void subscribe(ObjectNode request) {
    V1Terms terms = V1Terms.of(request.get("subscription"));
    List<Subscription> granted = new ArrayList<>();
    String error = terms.error() == null ? client.refusal() : terms.error();
    forEachPair(request, terms, error, pair -> subscribe(request, terms, pair, granted));
    granted.forEach(feed::first);
  }

  private void subscribe(
      ObjectNode request, V1Terms terms, MarketPair pair, List<Subscription> granted) {
    for (V1Terms.Topic topic : terms.topics()) {
      Subscription subscription = new Subscription(topic.channel(), pair, topic.parameter());
      if (!client.subscriptions().add(subscription)) {
        refuse(Texts.ALREADY_SUBSCRIBED, pair.spec().v1Name(), request);
      } else {
        granted.add(subscription);
        client.count(Entry.SUBSCRIPTIONS);
        client.acknowledge(() -> V1Messages.granted("subscribed", subscription, request));
      }
    }
  }

  void unsubscribe(ObjectNode request) {
    if (request.has("channelID")) {
      unsubscribeById(request);
      return;
    }
    V1Terms terms = V1Terms.of(request.get("subscription"));
    if (terms.everyChannel() && !request.has("pair")) {
      client.subscriptions().pairs().forEach(pair -> unsubscribe(request, terms, pair));
    } else {
      forEachPair(request, terms, terms.error(), pair -> unsubscribe(request, terms, pair));
    }
  }

  private void unsubscribe(ObjectNode request, V1Terms terms, MarketPair pair) {
    List<Subscription> ending = new ArrayList<>(client.subscriptions().of(pair));
    if (!terms.everyChannel()) {
      ending.removeIf(one -> !terms.covers(one));
    }
    end(ending, pair.spec().v1Name(), request);
  }

  /** The older way, which the references still mention. */
  private void unsubscribeById(ObjectNode request) {
    long id = request.path("channelID").asLong();
    List<Subscription> ending =
        client.subscriptions().pairs().stream()
            .flatMap(pair -> client.subscriptions().of(pair).stream())
            .filter(one -> V1Names.channelId(one) == id)
            .toList();
    end(ending, null, request);
  }

  private void end(List<Subscription> ending, @Nullable String pair, ObjectNode request) {
    if (ending.isEmpty()) {
      refuse(Texts.NOT_SUBSCRIBED, pair, request);
    }
    for (Subscription subscription : ending) {
      client.subscriptions().remove(subscription);
      client.count(Entry.UNSUBSCRIPTIONS);
      client.send(V1Messages.granted("unsubscribed", subscription, request));
    }
  }

  private void forEachPair(
      ObjectNode request, V1Terms terms, @Nullable String error, Consumer<MarketPair> then) {
    String requestError = requestError(request, terms);
    if (requestError != null) {
      refuse(requestError, null, request);
      return;
    }
    for (JsonNode name : request.path("pair")) {
      MarketPair pair = client.venue().market().find(name.asText());
      if (pair == null) {
        refuse(Texts.badPair(name.asText()), name.asText(), request);
      } else if (error != null) {
        refuse(error, pair.spec().v1Name(), request);
      } else {
        then.accept(pair);
      }
    }
  }

  private @Nullable String requestError(ObjectNode request, V1Terms terms) {
    JsonNode pairs = request.get("pair");
    if (terms.unusable()) {
      return terms.error();
    }
    if (!client.path().marketData()) {
      return Texts.PUBLIC_ELSEWHERE;
    }
    if (pairs != null && !pairs.isArray()) {
      return "Pair field must be an array";
    }
    return pairs == null || pairs.isEmpty() ? "Pair(s) not found" : null;
  }

  private void refuse(String text, @Nullable String pair, ObjectNode request) {
    client.count(Entry.REFUSALS);
    client.send(V1Messages.refused(text, pair, request));
  }
}
