package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;

/**
 * A price, or a distance from one.
 *
 * @param value an absolute price, a signed percentage, or a signed amount of quote currency
 * @param kind which of the three
 */
public record OrderPrice(BigDecimal value, Kind kind) {
  /** What the value means. */
  public enum Kind {
    /** An absolute price. */
    STATIC,
    /** Percent of the reference price: {@code -2} is two percent below it. */
    PCT,
    /** Quote currency added to the reference price. */
    QUOTE
  }

  /**
   * An absolute price.
   *
   * @param value quote currency
   * @return the price
   */
  public static OrderPrice of(BigDecimal value) {
    return new OrderPrice(value, Kind.STATIC);
  }

  /** The price itself; for a distance, from the reference. */
  BigDecimal from(BigDecimal reference) {
    return switch (kind) {
      case STATIC -> value;
      case PCT -> reference.add(distance(reference));
      case QUOTE -> reference.add(value);
    };
  }

  /** The distance in quote currency. */
  BigDecimal distance(BigDecimal reference) {
    return kind == Kind.PCT ? reference.multiply(value).movePointLeft(2) : value;
  }

  boolean isStatic() {
    return kind == Kind.STATIC;
  }
}
