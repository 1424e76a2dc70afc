package io.krakenspot.testkit.exchange.internal.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.Permission;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Sequence;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import io.krakenspot.testkit.exchange.internal.v1.account.OpenOrdersFeed;
import io.krakenspot.testkit.exchange.internal.v1.account.OwnTradesFeed;
import io.krakenspot.testkit.exchange.internal.v1.account.V1AccountFeed;
import io.krakenspot.testkit.exchange.internal.v1.trading.V1Trading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Private requests of v1: checks where they came and whose token they carry. */
final class V1Private {
  private final Client client;
  private final V1Trading trading;
  private final Map<String, V1AccountFeed> feeds = new LinkedHashMap<>();

  V1Private(Client client) {
    this.client = client;
    this.trading = new V1Trading(client);
  }

  boolean servesEvent(String event) {
    return trading.serves(event);
  }

  /** Whether a request is about the private channels. */
  boolean servesSubscription(ObjectNode request) {
    V1Terms terms = V1Terms.of(request.get("subscription"));
    boolean all = terms.everyChannel() && !client.path().marketData();
    return terms.error() == null && (terms.isPrivate() || all);
  }

  void request(String event, ObjectNode request) {
    ApiKey owner = client.owner(request.path("token").asText());
    if (client.path().marketData() || owner == null) {
      client.count(Entry.REFUSALS);
      String text = client.path().marketData() ? Texts.PRIVATE_ELSEWHERE : Texts.INVALID_SESSION;
      client.send(V1Messages.requestError(text, event, request));
    } else {
      trading.request(event, owner, request);
    }
  }

  void subscribe(ObjectNode request) {
    JsonNode asked = request.path("subscription");
    String token = asked.path("token").asText();
    ApiKey owner = client.owner(token);
    String error = error(request, owner);
    if (error != null || owner == null) {
      refuse(error == null ? Texts.INVALID_SESSION : error, request);
      return;
    }
    client.hold(token);
    for (String channel : channels(asked)) {
      subscribe(channel, owner, asked, request);
    }
  }

  private @Nullable String error(ObjectNode request, @Nullable ApiKey owner) {
    if (client.path().marketData()) {
      return Texts.PRIVATE_ELSEWHERE;
    }
    if (request.has("pair")) {
      return "Pair field unsupported for this subscription type";
    }
    if (owner != null && !owner.may(Permission.QUERY)) {
      return Texts.PERMISSION_DENIED;
    }
    return owner == null ? Texts.INVALID_SESSION : client.refusal();
  }

  private static Iterable<String> channels(JsonNode asked) {
    String name = asked.path("name").asText();
    return name.equals("*")
        ? List.of(OwnTradesFeed.CHANNEL, OpenOrdersFeed.CHANNEL)
        : List.of(name);
  }

  private void subscribe(String channel, ApiKey owner, JsonNode asked, ObjectNode request) {
    if (feeds.containsKey(channel)) {
      refuse(Texts.ALREADY_SUBSCRIBED, request);
      return;
    }
    V1AccountFeed feed = feed(channel, owner, asked);
    feeds.put(channel, feed);
    client.count(Entry.SUBSCRIPTIONS);
    client.acknowledge(
        () -> V1Messages.granted("subscribed", channel, feed.subscription(), request));
    feed.begin();
  }

  private V1AccountFeed feed(String channel, ApiKey owner, JsonNode asked) {
    Account account = client.venue().engine().accounts().open(owner.key());
    return channel.equals(OpenOrdersFeed.CHANNEL)
        ? new OpenOrdersFeed(account, client, asked.path("ratecounter").asBoolean(false))
        : new OwnTradesFeed(
            account,
            client,
            owner,
            asked.path("snapshot").asBoolean(true),
            asked.path("consolidate_taker").asBoolean(true));
  }

  /** A token is not needed for it. */
  void unsubscribe(ObjectNode request) {
    if (client.path().marketData()) {
      refuse(Texts.PRIVATE_ELSEWHERE, request);
      return;
    }
    for (String channel : channels(request.path("subscription"))) {
      unsubscribe(channel, request);
    }
  }

  private void unsubscribe(String channel, ObjectNode request) {
    V1AccountFeed feed = feeds.remove(channel);
    if (feed == null) {
      refuse(Texts.NOT_SUBSCRIBED, request);
      return;
    }
    feed.end();
    client.count(Entry.UNSUBSCRIPTIONS);
    client.send(V1Messages.granted("unsubscribed", channel, feed.subscription(), request));
  }

  private void refuse(String text, ObjectNode request) {
    client.count(Entry.REFUSALS);
    client.send(V1Messages.refused(text, null, request));
  }

  boolean subscribed() {
    return !feeds.isEmpty();
  }

  void sequences(String account, Consumer<Sequence> change) {
    feeds.values().stream()
        .filter(feed -> feed.account().name().equals(account))
        .forEach(feed -> change.accept(feed.sequence()));
  }

  void close() {
    feeds.values().forEach(V1AccountFeed::end);
    feeds.clear();
  }
}
