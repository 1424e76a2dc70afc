package io.krakenspot.order;

import io.krakenspot.market.ByNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price of an order, or a distance from a reference price, for example {@code 62710.5}, {@code
 * +150} or {@code -2%}.
 *
 * <p>The reference is the last trade; for the limit of a trailing-stop-limit order it is the
 * trigger price. The trigger of a trailing stop is a positive distance from the market's peak.
 *
 * <p>Source: Kraken v2 {@code add_order}, v1 {@code addOrder} (relative prices).
 *
 * @param value quote currency, or percent
 * @param type what the value means
 */
public record OrderPrice(BigDecimal value, PriceType type) {
  /**
   * A price.
   *
   * @param price quote currency, for example {@code 62710.5}
   * @return the price
   */
  public static OrderPrice of(BigDecimal price) {
    return new OrderPrice(price, PriceType.STATIC);
  }

  /**
   * A price.
   *
   * @param price quote currency, for example {@code 62710.5}
   * @return the price
   * @throws NumberFormatException if it is no number
   */
  public static OrderPrice of(String price) {
    return of(new BigDecimal(price));
  }

  /**
   * A distance in the quote currency.
   *
   * @param amount for example {@code 150} or {@code -150}
   * @return the distance
   */
  public static OrderPrice away(BigDecimal amount) {
    return new OrderPrice(amount, PriceType.QUOTE);
  }

  /**
   * A distance in percent.
   *
   * @param percent for example {@code 2} or {@code -0.5}
   * @return the distance
   */
  public static OrderPrice percentAway(BigDecimal percent) {
    return new OrderPrice(percent, PriceType.PERCENT);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }

  /** As v1 writes it: {@code 62710.5}, {@code +150}, {@code -2%}. */
  @Override
  public String toString() {
    String digits = value.toPlainString();
    String signed = type != PriceType.STATIC && value.signum() >= 0 ? "+" + digits : digits;
    return type == PriceType.PERCENT ? signed + "%" : signed;
  }
}
