package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.krakenspot.market.Pair;
import io.krakenspot.market.TickerTrigger;
import io.krakenspot.port.Topic;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The requests of v1's public side. */
final class Requests {
  private static final JsonFactory JSON = new JsonFactory();

  private Requests() {}

  /** {@code {"event":"subscribe","reqid":7,"pair":[..],"subscription":{..}}}. */
  static String subscription(String event, long requestId, Topic topic, List<Pair> pairs) {
    return write(
        json -> {
          json.writeStringField("event", event);
          json.writeNumberField("reqid", requestId);
          json.writeArrayFieldStart("pair");
          for (Pair pair : pairs) {
            json.writeString(Names.wire(pair));
          }
          json.writeEndArray();
          json.writeObjectFieldStart("subscription");
          json.writeStringField("name", requireChannel(topic).name());
          writeSize(json, topic);
          json.writeEndObject();
        });
  }

  /** {@code {"event":"ping","reqid":42}}. */
  static String ping(long requestId) {
    return write(
        json -> {
          json.writeStringField("event", "ping");
          json.writeNumberField("reqid", requestId);
        });
  }

  private static void writeSize(JsonGenerator json, Topic topic) throws IOException {
    if (topic instanceof Topic.BookTopic book) {
      json.writeNumberField("depth", book.depth().levels());
    } else if (topic instanceof Topic.CandleTopic candle) {
      json.writeNumberField("interval", candle.interval().minutes());
    }
  }

  private static Topic requireChannel(Topic topic) {
    boolean absent =
        topic instanceof Topic.InstrumentTopic
            || (topic instanceof Topic.TickerTopic ticker
                && ticker.trigger() != TickerTrigger.TRADES);
    if (absent) {
      throw new IllegalArgumentException("v1 has no channel for " + topic);
    }
    return topic;
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

  /** What goes into a request. */
  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }
}
