package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import java.math.BigDecimal;

/**
 * What an account owes of a pair: all its margin fills there, netted.
 *
 * @param id for example {@code TQCLML-BW3P3-BUCMWZ}
 * @param side {@code BUY} if it is long
 * @param quantity base currency, more than zero
 * @param cost what it was opened for, quote currency
 * @param margin what it holds of the collateral, quote currency
 * @param quote of the pair
 */
public record Position(
    String id,
    Side side,
    BigDecimal quantity,
    BigDecimal cost,
    BigDecimal margin,
    AssetSpec quote) {

  /** What an order of a side would close of it. */
  BigDecimal closable(Side by) {
    return by == side ? Money.NO_QUANTITY : quantity;
  }

  /** The share of an amount that a part of the position has. */
  BigDecimal share(BigDecimal amount, BigDecimal part) {
    return part.compareTo(quantity) == 0
        ? amount
        : Money.paid(quote, amount.multiply(part).divide(quantity, Money.EXACT));
  }

  /** The same position with more of the same side. */
  Position with(Position more) {
    return new Position(
        id, side, quantity.add(more.quantity), cost.add(more.cost), margin.add(more.margin), quote);
  }

  /** The same position without a part of it. */
  Position without(BigDecimal part) {
    return new Position(
        id,
        side,
        quantity.subtract(part),
        cost.subtract(share(cost, part)),
        margin.subtract(share(margin, part)),
        quote);
  }
}
