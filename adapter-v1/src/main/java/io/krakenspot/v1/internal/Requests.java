package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.krakenspot.market.Pair;
import io.krakenspot.port.AccountOptions;
import io.krakenspot.port.Terms;
import io.krakenspot.port.Token;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests that are no trading: subscriptions and pings. */
final class Requests {
  private Requests() {}

  /** {@code {"event":"subscribe","reqid":7,"pair":[..],"subscription":{..}}}. */
  static String subscribe(long requestId, Topic topic, List<Pair> pairs, Terms terms) {
    if (!topic.perPair() && terms.token() == null) {
      throw new IllegalArgumentException(topic.name() + " need a token");
    }
    return subscription(
        "subscribe",
        requestId,
        topic,
        pairs,
        json -> {
          writeOptions(json, topic, terms.account());
          writeToken(json, terms.token());
        });
  }

  /** {@code {"event":"unsubscribe","reqid":10,"pair":[..],"subscription":{..}}}. */
  static String unsubscribe(long requestId, Topic topic, List<Pair> pairs, @Nullable Token token) {
    return subscription("unsubscribe", requestId, topic, pairs, json -> writeToken(json, token));
  }

  /** {@code {"event":"ping","reqid":42}}. */
  static String ping(long requestId) {
    return RequestText.of("ping", requestId, json -> {});
  }

  private static String subscription(
      String event, long requestId, Topic topic, List<Pair> pairs, RequestText.Fields more) {
    String channel = Names.channel(topic);
    return RequestText.of(
        event,
        requestId,
        json -> {
          if (topic.perPair()) {
            writePairs(json, pairs);
          }
          json.writeObjectFieldStart("subscription");
          json.writeStringField("name", channel);
          writeSize(json, topic);
          more.write(json);
          json.writeEndObject();
        });
  }

  private static void writePairs(JsonGenerator json, List<Pair> pairs) throws IOException {
    json.writeArrayFieldStart("pair");
    for (Pair pair : pairs) {
      json.writeString(Names.wire(pair));
    }
    json.writeEndArray();
  }

  private static void writeSize(JsonGenerator json, Topic topic) throws IOException {
    if (topic instanceof Topic.BookTopic book) {
      json.writeNumberField("depth", book.depth().levels());
    } else if (topic instanceof Topic.CandleTopic candle) {
      json.writeNumberField("interval", candle.interval().minutes());
    }
  }

  /** What differs from Kraken's defaults: no rate counter, merged fills, rebased amounts. */
  private static void writeOptions(JsonGenerator json, Topic topic, AccountOptions options)
      throws IOException {
    if (topic instanceof Topic.OrderTopic) {
      RequestText.flag(json, "ratecounter", options.rateCounter());
    } else if (topic instanceof Topic.FillTopic && !options.consolidateTaker()) {
      json.writeBooleanField("consolidate_taker", false);
    }
    if (topic instanceof Topic.AccountTopic && !options.rebased()) {
      json.writeBooleanField("rebased", false);
    }
  }

  private static void writeToken(JsonGenerator json, @Nullable Token token) throws IOException {
    RequestText.text(json, "token", token == null ? null : token.text());
  }
}
