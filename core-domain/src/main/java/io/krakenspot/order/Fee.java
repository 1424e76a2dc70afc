package io.krakenspot.order;

import io.krakenspot.market.ByNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A fee, for example {@code 1.88994 USD}.
 *
 * @param asset the currency's code
 * @param quantity how much of it
 */
public record Fee(String asset, BigDecimal quantity) {
  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }
}
