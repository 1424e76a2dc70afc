package io.krakenspot.market;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that rests in the book, for example {@code O7VFZI-CTFWH-FF6EIR: 0.25000000 at 44939.4}.
 *
 * @param id Kraken's order id
 * @param price quote currency
 * @param quantity what of it is visible and left, base currency
 * @param timestamp when it was inserted or last amended; null if the frame did not tell
 */
public record Level3Order(
    String id, BigDecimal price, BigDecimal quantity, @Nullable Instant timestamp) {
  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }
}
