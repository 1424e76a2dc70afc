package io.krakenspot.testkit.exchange.internal.v1.trading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a request, whose numbers are texts. */
final class V1Params {
  private final ObjectNode request;

  V1Params(ObjectNode request) {
    this.request = request;
  }

  /** Refuses names that are not known. */
  void only(Set<String> known, String type) {
    request
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new Refusal(
                    "Unsupported field: '" + name + "' for the given msg type: " + type);
              }
            });
  }

  <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw Refusal.argument(name);
    }
    return value;
  }

  @Nullable String text(String name) {
    JsonNode node = request.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      throw Refusal.argument(name);
    }
    return node.textValue();
  }

  @Nullable BigDecimal decimal(String name) {
    String text = text(name);
    return text == null ? null : decimal(name, text);
  }

  static BigDecimal decimal(String name, String text) {
    if (!text.matches("-?\\d{1,30}(\\.\\d{0,20})?")) {
      throw Refusal.argument(name);
    }
    return new BigDecimal(text);
  }

  /** A whole number, which may be a text too. */
  @Nullable Long integer(String name) {
    JsonNode node = request.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    String text = node.asText();
    if (!text.matches("-?\\d{1,18}")) {
      throw Refusal.argument(name);
    }
    return Long.valueOf(text);
  }

  /** A flag, which may be a text too. */
  boolean flag(String name) {
    JsonNode node = request.get(name);
    if (node == null || node.isNull()) {
      return false;
    }
    String text = node.asText();
    if (!text.equals("true") && !text.equals("false")) {
      throw Refusal.argument(name);
    }
    return text.equals("true");
  }

  <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      String lower = constant.name().toLowerCase(Locale.ROOT);
      if (text.equals(lower) || text.equals(lower.replace('_', '-'))) {
        return constant;
      }
    }
    throw Refusal.argument(name);
  }

  /** {@code 0} for none, {@code +n} for seconds from now, or Unix seconds. */
  @Nullable Instant moment(String name, Instant now) {
    String text = text(name);
    if (text == null || text.equals("0")) {
      return null;
    }
    if (!text.matches("\\+?\\d{1,11}")) {
      throw Refusal.argument(name);
    }
    return text.startsWith("+")
        ? now.plusSeconds(Long.parseLong(text.substring(1)))
        : Instant.ofEpochSecond(Long.parseLong(text));
  }

  /** RFC 3339. */
  @Nullable Instant time(String name) {
    String text = text(name);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Refusal.argument(name);
    }
  }

  /** One text or a list of them. */
  List<String> texts(String name) {
    JsonNode node = request.path(name);
    List<String> texts = new ArrayList<>();
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    for (JsonNode one : node) {
      texts.add(one.asText());
    }
    return texts;
  }
}
