package io.krakenspot.vertx.internal;

import io.krakenspot.failure.MalformedFrameException;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of an object in an answer; null for one that is absent, null or an empty text. */
record Row(Answer answer, JsonObject fields) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  @Nullable String text(String name) {
    return fields.getValue(name) instanceof String text && !text.isEmpty() ? text : null;
  }

  @Nullable Boolean flag(String name) {
    return fields.getValue(name) instanceof Boolean flag ? flag : null;
  }

  Row row(String name) {
    return new Row(
        answer, fields.getValue(name) instanceof JsonObject inner ? inner : new JsonObject());
  }

  /** Digits of the wire: a text, or a whole number. A fraction that is no text has lost its own. */
  @Nullable BigDecimal number(String name) {
    Object value = fields.getValue(name);
    return value == null || value.equals("") ? null : number(name, value);
  }

  private BigDecimal number(String name, Object value) {
    String digits = value instanceof Double || value instanceof Float ? "" : value.toString();
    if (!NUMBER.matcher(digits).matches()) {
      throw unreadable(name);
    }
    return new BigDecimal(digits);
  }

  /** A number where zero stands for none. */
  @Nullable BigDecimal amount(String name) {
    BigDecimal number = number(name);
    return number == null || number.signum() == 0 ? null : number;
  }

  /** A number of the user's; zero stands for none. */
  @Nullable Integer integer(String name) {
    BigDecimal number = amount(name);
    try {
      return number == null ? null : number.intValueExact();
    } catch (ArithmeticException e) {
      throw unreadable(name);
    }
  }

  /** Seconds since 1970 with a fraction, as a number or as text; zero stands for none. */
  @Nullable Instant time(String name) {
    Object value = fields.getValue(name);
    BigDecimal seconds =
        value instanceof Double number && Double.isFinite(number)
            ? number(name, BigDecimal.valueOf(number).toPlainString())
            : number(name);
    return seconds == null || seconds.signum() == 0 ? null : instant(name, seconds);
  }

  private Instant instant(String name, BigDecimal seconds) {
    try {
      BigDecimal nanos = seconds.movePointRight(9).setScale(0, RoundingMode.DOWN);
      return Instant.ofEpochSecond(0, nanos.longValueExact());
    } catch (ArithmeticException e) {
      throw unreadable(name);
    }
  }

  private MalformedFrameException unreadable(String name) {
    return answer.malformed("has a field that cannot be read: " + name);
  }
}
