package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Reply;

/** The {@code instrument} channel of v2, which has no symbols. */
final class V2InstrumentDesk {
  private static final String CHANNEL = "instrument";

  private final Client client;
  private final V2Feed feed;
  private boolean subscribed;
  private boolean tokenized;

  V2InstrumentDesk(Client client, V2Feed feed) {
    this.client = client;
    this.feed = feed;
  }

  void subscribe(ObjectNode params, V2Reply reply) {
    if (subscribed) {
      reply.refused(Texts.ALREADY_SUBSCRIBED);
      return;
    }
    subscribed = true;
    tokenized = params.path("include_tokenized_assets").asBoolean(false);
    boolean snapshot = params.path("snapshot").asBoolean(true);
    client.count(Entry.SUBSCRIPTIONS);
    ObjectNode result = Json.object().put("channel", CHANNEL).put("snapshot", snapshot);
    result.putArray("warnings").add("tick_size is deprecated, use price_increment");
    reply.granted(result);
    if (snapshot) {
      feed.send(V2Instruments.snapshot(client.venue().market(), tokenized));
    }
  }

  void unsubscribe(V2Reply reply) {
    if (!subscribed) {
      reply.refused(Texts.NOT_SUBSCRIBED, "subscribe", null);
      return;
    }
    subscribed = false;
    client.count(Entry.UNSUBSCRIPTIONS);
    reply.granted(Json.object().put("channel", CHANNEL));
  }

  void changed(MarketPair pair) {
    if (subscribed && (tokenized || !V2Instruments.isTokenized(pair))) {
      feed.send(V2Instruments.update(pair));
    }
  }

  boolean subscribed() {
    return subscribed;
  }
}
