package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import java.math.BigDecimal;

/**
 * What an open order holds back: the rest of it at its limit, or at its trigger, with the highest
 * fee.
 *
 * @param asset quote for a buy, base for a sell
 * @param amount zero or more
 */
record Reservation(AssetSpec asset, BigDecimal amount) {

  static Reservation of(LiveOrder order) {
    return of(order, order.remaining(), order.dearest());
  }

  /** What the order would hold with another rest and price; a margin order holds nothing. */
  static Reservation of(LiveOrder order, BigDecimal rest, BigDecimal price) {
    if (order.request.margin()) {
      AssetSpec quote = order.pair.spec().quote();
      return new Reservation(quote, Money.none(quote));
    }
    return order.side() == Side.SELL ? ofSell(order, rest) : ofBuy(order, rest, price);
  }

  boolean isCovered(Account account) {
    return amount.compareTo(account.available(asset)) <= 0;
  }

  private static Reservation ofSell(LiveOrder order, BigDecimal rest) {
    AssetSpec base = order.pair.spec().base();
    boolean feeToo = order.request.feePreference() == FeePreference.BASE;
    return new Reservation(base, Money.reserved(base, feeToo ? Fees.withTaker(rest) : rest));
  }

  private static Reservation ofBuy(LiveOrder order, BigDecimal rest, BigDecimal price) {
    AssetSpec quote = order.pair.spec().quote();
    BigDecimal cost = rest.multiply(price);
    boolean feeToo = order.request.feePreference() != FeePreference.BASE;
    return new Reservation(quote, Money.reserved(quote, feeToo ? Fees.withTaker(cost) : cost));
  }
}
