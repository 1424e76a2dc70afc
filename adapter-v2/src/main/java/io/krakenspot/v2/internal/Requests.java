package io.krakenspot.v2.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.krakenspot.market.Pair;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.SnapshotChoice;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes requests: {@code method}, {@code params} and {@code req_id}. */
final class Requests {
  static final String ON_TRADES = "trades";
  static final String ON_BEST_BID_OFFER = "bbo";

  private static final JsonFactory JSON = new JsonFactory();

  private Requests() {}

  static String subscribe(long requestId, Topic topic, List<Pair> pairs, SnapshotChoice snapshot) {
    return write(
        json -> {
          json.writeStringField("method", "subscribe");
          json.writeObjectFieldStart("params");
          stream(json, topic, pairs);
          if (topic instanceof Topic.InstrumentTopic all && all.tokenized()) {
            json.writeBooleanField("include_tokenized_assets", true);
          }
          if (snapshot != SnapshotChoice.DEFAULT) {
            json.writeBooleanField("snapshot", snapshot == SnapshotChoice.WANTED);
          }
          json.writeEndObject();
          json.writeNumberField("req_id", requestId);
        });
  }

  static String unsubscribe(long requestId, Topic topic, List<Pair> pairs) {
    return write(
        json -> {
          json.writeStringField("method", "unsubscribe");
          json.writeObjectFieldStart("params");
          stream(json, topic, pairs);
          json.writeEndObject();
          json.writeNumberField("req_id", requestId);
        });
  }

  static String ping(long requestId) {
    return write(
        json -> {
          json.writeStringField("method", "ping");
          json.writeNumberField("req_id", requestId);
        });
  }

  private static void stream(JsonGenerator json, Topic topic, List<Pair> pairs) throws IOException {
    json.writeStringField("channel", topic.name());
    if (topic.perPair()) {
      json.writeArrayFieldStart("symbol");
      for (Pair pair : pairs) {
        json.writeString(pair.toString());
      }
      json.writeEndArray();
    }
    selector(json, topic);
  }

  /** What tells streams of one channel apart, so it stands in both requests. */
  private static void selector(JsonGenerator json, Topic topic) throws IOException {
    if (topic instanceof Topic.BookTopic book) {
      json.writeNumberField("depth", book.depth().levels());
    } else if (topic instanceof Topic.CandleTopic candle) {
      json.writeNumberField("interval", candle.interval().minutes());
    } else if (topic instanceof Topic.TickerTopic ticker) {
      json.writeStringField("event_trigger", trigger(ticker.trigger()));
    } else if (topic instanceof Topic.SpreadTopic) {
      throw new IllegalArgumentException("v2 has no spread channel; its carrier is the ticker");
    }
  }

  private static String trigger(TickerTrigger trigger) {
    return switch (trigger) {
      case TRADES -> ON_TRADES;
      case BEST_BID_OFFER -> ON_BEST_BID_OFFER;
    };
  }

  private static String write(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }
}
