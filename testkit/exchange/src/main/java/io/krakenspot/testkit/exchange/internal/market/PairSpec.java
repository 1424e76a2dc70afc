package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Pair;
import java.math.BigDecimal;

/**
 * What a pair is like: its decimals, and the market that is made for it.
 *
 * @param base the asset that is bought or sold
 * @param quote the asset that prices are in
 * @param priceDecimals the engine's decimals of prices, which v2 writes
 * @param v1Decimals decimals of prices in v1 messages
 * @param startPrice where the walk begins, quote currency
 * @param typicalQuantity size of an ordinary level, base currency
 * @param levels how many levels a side the walk aims for
 */
public record PairSpec(
    AssetSpec base,
    AssetSpec quote,
    int priceDecimals,
    int v1Decimals,
    BigDecimal startPrice,
    BigDecimal typicalQuantity,
    int levels) {
  /** Decimals of every quantity on the wire. */
  public static final int QUANTITY_DECIMALS = 8;

  /** Decimals of costs. */
  public static final int COST_DECIMALS = 5;

  /** How many times its collateral a margin order may be worth. */
  public static final int MAXIMUM_LEVERAGE = 5;

  /** The smallest cost of an order, quote currency. */
  public static final BigDecimal MINIMUM_COST = new BigDecimal("0.50");

  /**
   * The pair.
   *
   * @return for example {@code BTC/USD}
   */
  public Pair pair() {
    return Pair.of(base.code(), quote.code());
  }

  /**
   * The pair's name on v1.
   *
   * @return for example {@code XBT/USD}
   */
  public String v1Name() {
    return base.altname() + "/" + quote.altname();
  }

  /**
   * The pair's short name in REST.
   *
   * @return for example {@code XBTUSD}
   */
  public String altname() {
    return base.altname() + quote.altname();
  }

  /**
   * The pair's key in REST: old codes are prefixed when both are, except {@code XDGUSD}.
   *
   * @return for example {@code XXBTZUSD}
   */
  public String restKey() {
    boolean prefixed = base.prefixed() && quote.prefixed() && !base.code().equals("DOGE");
    return prefixed ? base.restCode() + quote.restCode() : altname();
  }

  /**
   * The smallest price step.
   *
   * @return for example {@code 0.1}
   */
  public BigDecimal tick() {
    return BigDecimal.ONE.movePointLeft(priceDecimals);
  }

  /**
   * The smallest order.
   *
   * @return about a thousandth of an ordinary level, base currency
   */
  public BigDecimal minimumQuantity() {
    int digits = typicalQuantity.precision() - typicalQuantity.scale() - 4;
    return BigDecimal.ONE.scaleByPowerOfTen(Math.max(-QUANTITY_DECIMALS, digits)).setScale(8);
  }
}
