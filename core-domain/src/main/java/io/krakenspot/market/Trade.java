package io.krakenspot.market;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One trade, for example {@code BTC/USD SELL 0.5 at 62710.4}.
 *
 * <p>Source: Kraken {@code trade}, v1 and v2.
 *
 * @param pair the pair
 * @param side what the taker did
 * @param price quote currency
 * @param quantity base currency
 * @param orderType kind of the taker's order
 * @param timestamp time of the trade, microseconds; not unique
 * @param id rises by one with each trade of the pair; v2 only
 */
public record Trade(
    Pair pair,
    Side side,
    BigDecimal price,
    BigDecimal quantity,
    TradeOrderType orderType,
    Instant timestamp,
    @Nullable Long id) {
  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }
}
