package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes requests, {@code {"event":"ping","reqid":42}}; what has no value is left out. */
final class RequestText {
  private static final JsonFactory JSON = new JsonFactory();

  private RequestText() {}

  static String of(String event, long requestId, Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("event", event);
      json.writeNumberField("reqid", requestId);
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static void text(JsonGenerator json, String name, @Nullable Object value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }

  static void list(JsonGenerator json, String name, String value) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeString(value);
    json.writeEndArray();
  }

  static void number(JsonGenerator json, String name, @Nullable BigDecimal value)
      throws IOException {
    text(json, name, value == null ? null : value.toPlainString());
  }

  static void flag(JsonGenerator json, String name, boolean value) throws IOException {
    if (value) {
      json.writeBooleanField(name, true);
    }
  }

  /** What else goes into a request. */
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }
}
