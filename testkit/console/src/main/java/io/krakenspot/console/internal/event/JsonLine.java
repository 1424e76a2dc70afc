package io.krakenspot.console.internal.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.krakenspot.market.Pair;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object on one line, for example {@code {"event":"heartbeat"}}: fields in the order they
 * were given, absent values left out, decimals as plain numbers with their digits.
 */
public final class JsonLine {
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build());

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private JsonLine() {}

  /**
   * An object without fields.
   *
   * @return to fill
   */
  public static JsonLine empty() {
    return new JsonLine();
  }

  /**
   * An event.
   *
   * @param name its name, for example {@code trade}
   * @return to fill
   */
  public static JsonLine event(String name) {
    return empty().with("event", name);
  }

  /**
   * Adds a field: an instant in RFC 3339, an enum in lower case, a pair by its name, all else as
   * Jackson writes it.
   *
   * @param name the field
   * @param value its value; null to leave it out
   * @return this
   */
  public JsonLine with(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, written(value));
    }
    return this;
  }

  private static Object written(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    if (value instanceof JsonLine object) {
      return object.fields;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonLine::written).toList();
    }
    return value instanceof Instant || value instanceof Pair ? value.toString() : value;
  }

  /** The line, without an end of line. */
  @Override
  public String toString() {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + fields, e);
    }
  }
}
