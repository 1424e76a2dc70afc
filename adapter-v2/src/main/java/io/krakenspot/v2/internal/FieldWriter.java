package io.krakenspot.v2.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.PriceType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a request. A value that is null is left out. */
final class FieldWriter {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final DateTimeFormatter SECONDS =
      new DateTimeFormatterBuilder().appendInstant(0).toFormatter(Locale.ROOT);
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final JsonGenerator json;

  private FieldWriter(JsonGenerator json) {
    this.json = json;
  }

  /** The text of a request; only a ping has no parameters. */
  static String request(String method, long requestId, @Nullable Fields params) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      FieldWriter request = new FieldWriter(json);
      json.writeStartObject();
      request.text("method", method);
      if (params != null) {
        request.object("params", params);
      }
      json.writeNumberField("req_id", requestId);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  void text(String name, @Nullable String value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  /** The name of a constant, in lower case. */
  void word(String name, @Nullable Enum<?> value) throws IOException {
    text(name, value == null ? null : value.name().toLowerCase(Locale.ROOT));
  }

  void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  void flag(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }

  /** A flag that is false if it is left out. */
  void mark(String name, boolean value) throws IOException {
    if (value) {
      flag(name, true);
    }
  }

  void whole(String name, @Nullable Integer value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    }
  }

  /** A list of one number. */
  void onlyWhole(String name, int value) throws IOException {
    json.writeArrayFieldStart(name);
    json.writeNumber(value);
    json.writeEndArray();
  }

  /** A number with exactly its digits. */
  void number(String name, @Nullable BigDecimal value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    }
  }

  /** A price, with its type if that is needed or is not {@code static}. */
  void price(String name, @Nullable OrderPrice price, boolean typeNeeded) throws IOException {
    if (price != null) {
      number(name, price.value());
      if (typeNeeded || price.type() != PriceType.STATIC) {
        text(name + "_type", PriceField.word(price.type()));
      }
    }
  }

  /** A time of whole seconds. */
  void seconds(String name, @Nullable Instant time) throws IOException {
    text(name, time == null ? null : SECONDS.format(time));
  }

  /** A time with milliseconds. */
  void milliseconds(String name, @Nullable Instant time) throws IOException {
    text(name, time == null ? null : MILLISECONDS.format(time));
  }

  void object(String name, Fields fields) throws IOException {
    json.writeObjectFieldStart(name);
    fields.write(this);
    json.writeEndObject();
  }

  void objects(String name, List<? extends Fields> objects) throws IOException {
    json.writeArrayFieldStart(name);
    for (Fields object : objects) {
      json.writeStartObject();
      object.write(this);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The fields of an object. */
  interface Fields {
    void write(FieldWriter to) throws IOException;
  }
}
