package io.krakenspot.testkit.exchange.internal.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price level of the true book.
 *
 * @param price with the pair's decimals
 * @param quantity with eight decimals; zero once it is gone
 * @param time of its last change
 */
public record Level(BigDecimal price, BigDecimal quantity, Instant time) {
  boolean gone() {
    return quantity.signum() == 0;
  }
}
