package io.krakenspot.testkit.exchange.internal.v2.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request, or an object among them. What has a wrong type is refused in
 * Kraken's words, what is unknown by its name.
 */
public final class V2Params {
  private static final String NUMBER = "number_float";

  private final ObjectNode object;
  private final String method;

  /**
   * Wraps an object.
   *
   * @param object of the request
   * @param method of the request
   */
  public V2Params(ObjectNode object, String method) {
    this.object = object;
    this.method = method;
  }

  /**
   * Refuses names that are not known.
   *
   * @param known all names it may have
   * @return this
   */
  public V2Params only(Set<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new Refusal(
                    "Unsupported field: '" + name + "' for the given msg type: " + method);
              }
            });
    return this;
  }

  /**
   * Whether a parameter was given.
   *
   * @param name of it
   * @return true if so
   */
  public boolean has(String name) {
    return object.hasNonNull(name);
  }

  /**
   * A parameter that has to be there.
   *
   * @param name of it
   * @param value of it
   * @param <T> its type
   * @return the value
   */
  public <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw Refusal.argument(name);
    }
    return value;
  }

  /**
   * A number with all its digits.
   *
   * @param name of it
   * @return null if it was not given
   */
  public @Nullable BigDecimal decimal(String name) {
    JsonNode node = node(name, JsonNode::isNumber, NUMBER);
    return node == null ? null : node.decimalValue();
  }

  /**
   * A whole number.
   *
   * @param name of it
   * @return null if it was not given
   */
  public @Nullable Long integer(String name) {
    JsonNode node =
        node(name, one -> one.isIntegralNumber() && one.canConvertToLong(), "number_integer");
    return node == null ? null : node.longValue();
  }

  /**
   * A text.
   *
   * @param name of it
   * @return null if it was not given
   */
  public @Nullable String text(String name) {
    JsonNode node = node(name, JsonNode::isTextual, "string");
    return node == null ? null : node.textValue();
  }

  /**
   * A flag.
   *
   * @param name of it
   * @param whenAbsent its default
   * @return its value
   */
  public boolean flag(String name, boolean whenAbsent) {
    JsonNode node = node(name, JsonNode::isBoolean, "boolean");
    return node == null ? whenAbsent : node.booleanValue();
  }

  /**
   * A text of a few.
   *
   * @param name of it
   * @param allowed all it may be
   * @return null if it was not given
   */
  public @Nullable String choice(String name, List<String> allowed) {
    String text = text(name);
    if (text != null && !allowed.contains(text)) {
      throw Refusal.argument(name);
    }
    return text;
  }

  /**
   * A constant by its name on the wire.
   *
   * @param name of the parameter
   * @param type of the constant
   * @param <E> of the constant
   * @return null if it was not given
   */
  public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (same(constant, text)) {
        return constant;
      }
    }
    throw Refusal.argument(name);
  }

  private static boolean same(Enum<?> constant, String text) {
    String lower = constant.name().toLowerCase(Locale.ROOT);
    return lower.equals(text) || lower.replace('_', '-').equals(text);
  }

  /**
   * A time.
   *
   * @param name of it
   * @return null if it was not given
   */
  public @Nullable Instant time(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    return required(name, V2Time.read(text));
  }

  /**
   * An object.
   *
   * @param name of it
   * @return null if it was not given
   */
  public @Nullable V2Params object(String name) {
    JsonNode node = node(name, JsonNode::isObject, "object");
    return node instanceof ObjectNode inner ? new V2Params(inner, method) : null;
  }

  /**
   * A list of objects.
   *
   * @param name of it
   * @return empty if it was not given
   */
  public List<V2Params> objects(String name) {
    List<V2Params> objects = new ArrayList<>();
    for (JsonNode one : array(name)) {
      if (!(one instanceof ObjectNode inner)) {
        throw Refusal.argument(name);
      }
      objects.add(new V2Params(inner, method));
    }
    return objects;
  }

  /**
   * A list of texts.
   *
   * @param name of it
   * @return empty if it was not given
   */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : array(name)) {
      if (!one.isTextual()) {
        throw Refusal.argument(name);
      }
      texts.add(one.textValue());
    }
    return texts;
  }

  /**
   * A list of whole numbers.
   *
   * @param name of it
   * @return empty if it was not given
   */
  public List<Long> integers(String name) {
    List<Long> integers = new ArrayList<>();
    for (JsonNode one : array(name)) {
      if (!one.isIntegralNumber()) {
        throw Refusal.argument(name);
      }
      integers.add(one.longValue());
    }
    return integers;
  }

  private Iterable<JsonNode> array(String name) {
    JsonNode node = node(name, JsonNode::isArray, "array");
    return node == null ? List.of() : node;
  }

  private @Nullable JsonNode node(String name, Predicate<JsonNode> fits, String type) {
    if (!has(name)) {
      return null;
    }
    JsonNode node = object.get(name);
    if (!fits.test(node)) {
      String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      String article = type.matches("[aeio].*") ? "an " : "a ";
      throw new Refusal(capital + " field must be " + article + type);
    }
    return node;
  }
}
