package io.krakenspot.account;

import io.krakenspot.market.ByNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A part of a balance, for example {@code 10.0} in {@code spot main}.
 *
 * <p>Source: Kraken v2 channel of balances.
 *
 * @param type {@code spot} or {@code earn}
 * @param id for example {@code main} or {@code bonded}
 * @param balance how much of the asset there is
 */
public record Wallet(String type, String id, BigDecimal balance) {
  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }
}
