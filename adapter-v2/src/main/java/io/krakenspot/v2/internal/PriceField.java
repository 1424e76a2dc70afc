package io.krakenspot.v2.internal;

import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.PriceType;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A price and, in a field of its own, what its number means. */
final class PriceField {
  private @Nullable BigDecimal value;
  private @Nullable PriceType type = PriceType.STATIC;

  void value(WireReader in) throws IOException {
    value = in.decimal();
  }

  void type(WireReader in) throws IOException {
    type = type(in.text());
  }

  /** Null if there was none, or if what its number means is not known. */
  @Nullable OrderPrice price() {
    return value == null || type == null ? null : new OrderPrice(value, type);
  }

  static String word(PriceType type) {
    return switch (type) {
      case STATIC -> "static";
      case PERCENT -> "pct";
      case QUOTE -> "quote";
    };
  }

  private static @Nullable PriceType type(String word) {
    for (PriceType type : PriceType.values()) {
      if (word(type).equals(word)) {
        return type;
      }
    }
    return null;
  }
}
