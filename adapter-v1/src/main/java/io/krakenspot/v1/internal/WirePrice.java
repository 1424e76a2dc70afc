package io.krakenspot.v1.internal;

import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.PriceType;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** v1's prices of orders: {@code 30120.50000}, {@code +150}, {@code -2%}. */
final class WirePrice {
  private WirePrice() {}

  /**
   * The price of a text. Null for none, which zero means too, and for {@code #2%}: a distance whose
   * direction it does not tell.
   */
  static @Nullable OrderPrice of(@Nullable String text) throws IOException {
    if (text == null || text.startsWith("#")) {
      return null;
    }
    boolean signed = text.startsWith("+") || text.startsWith("-");
    boolean percent = text.endsWith("%");
    int start = text.startsWith("+") ? 1 : 0;
    BigDecimal value = decimal(text.substring(start, text.length() - (percent ? 1 : 0)));
    if (percent) {
      return new OrderPrice(value, PriceType.PERCENT);
    } else if (signed) {
      return new OrderPrice(value, PriceType.QUOTE);
    }
    return value.signum() == 0 ? null : OrderPrice.of(value);
  }

  private static BigDecimal decimal(String digits) throws IOException {
    WireNumber number = new WireNumber();
    number.read(digits.toCharArray(), 0, digits.length());
    return number.decimal();
  }
}
