package io.krakenspot.order;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks of what users ask for: each failure names the field and says what to do. */
final class Fields {
  /** Kraken's own bound is 500 ms, of which the way to it takes a part. */
  private static final Duration SHORTEST_DEADLINE = Duration.ofSeconds(1);

  private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(60);

  private static final int MOST_DIGITS = 40;

  private Fields() {}

  static void require(boolean fulfilled, String message) {
    if (!fulfilled) {
      throw new IllegalArgumentException(message);
    }
  }

  /** A price must be there if the kind has one, and must not otherwise. */
  static void fits(String field, @Nullable Object value, boolean wanted, OrderType type) {
    require(!wanted || value != null, field + " is missing; " + type + " needs it");
    require(wanted || value == null, field + " is not for " + type + "; leave it out");
  }

  static void positive(String field, @Nullable BigDecimal value) {
    if (value != null) {
      writable(field, value);
      require(value.signum() > 0, field + " must be more than zero, not " + value.toPlainString());
    }
  }

  /** No asset has more than some twenty digits on either side of the point. */
  private static void writable(String field, BigDecimal value) {
    require(
        value.scale() <= MOST_DIGITS && value.precision() - value.scale() <= MOST_DIGITS,
        field + " has more than " + MOST_DIGITS + " digits before or after the point");
  }

  static void positive(String field, @Nullable OrderPrice price) {
    if (price != null) {
      writable(field, price.value());
      require(
          price.type() != PriceType.STATIC || price.value().signum() > 0,
          field + " must be more than zero, not " + price);
    }
  }

  static void deadline(@Nullable Duration deadline) {
    require(
        deadline == null
            || (deadline.compareTo(SHORTEST_DEADLINE) >= 0
                && deadline.compareTo(LONGEST_DEADLINE) <= 0),
        "deadline must be from 1 s to 60 s, not " + deadline);
  }

  /** The formats that Kraken documents for client order ids. */
  static void clientId(String field, @Nullable String id) {
    require(
        id == null
            || id.matches(
                "\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}")
            || id.matches("\\p{XDigit}{32}")
            || id.matches("[\\x20-\\x7e]{1,18}"),
        field
            + " '"
            + id
            + "' must be a UUID, 32 hexadecimal digits, or 1 to 18 characters of ASCII");
  }
}
