package io.krakenspot.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One price level of a book, for example {@code 62710.4 x 0.01000000}.
 *
 * @param price quote currency
 * @param quantity base currency; zero in a list of changes means that the level went away
 */
public record BookLevel(BigDecimal price, BigDecimal quantity) {
  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }
}
