package io.krakenspot.market;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The best bid and offer of a pair, for example {@code BTC/USD 62710.4 / 62710.5}.
 *
 * <p>Source: Kraken v1 {@code spread}; on v2 the {@code ticker} with {@code event_trigger: bbo}.
 *
 * @param pair the pair
 * @param bid best bid, quote currency
 * @param bidQuantity quantity at the best bid, base currency
 * @param ask best ask, quote currency
 * @param askQuantity quantity at the best ask, base currency
 * @param timestamp time of the quotes; missing in older v2 traffic
 */
public record Spread(
    Pair pair,
    BigDecimal bid,
    BigDecimal bidQuantity,
    BigDecimal ask,
    BigDecimal askQuantity,
    @Nullable Instant timestamp) {

  /**
   * The ask less the bid, quote currency.
   *
   * @return the width, for example {@code 0.1}
   */
  public BigDecimal width() {
    return ask.subtract(bid);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }
}
