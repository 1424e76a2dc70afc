package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import io.krakenspot.testkit.exchange.internal.market.PairSpec;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Amounts with the right decimals. What changes hands is whole units of the asset, rounded down, so
 * that many small fills never cost more than was reserved; what is reserved is rounded up.
 */
final class Money {
  static final BigDecimal NO_QUANTITY = BigDecimal.ZERO.setScale(PairSpec.QUANTITY_DECIMALS);

  /** More digits than any amount has, for what is rounded afterwards. */
  static final MathContext EXACT = MathContext.DECIMAL128;

  private Money() {}

  static BigDecimal none(AssetSpec asset) {
    return BigDecimal.ZERO.setScale(scale(asset));
  }

  /** Costs have at least five decimals on the wire, where dollars have four. */
  private static int scale(AssetSpec asset) {
    return Math.max(PairSpec.COST_DECIMALS, asset.decimals());
  }

  static BigDecimal paid(AssetSpec asset, BigDecimal exact) {
    return exact.setScale(asset.decimals(), RoundingMode.DOWN).setScale(scale(asset));
  }

  static BigDecimal reserved(AssetSpec asset, BigDecimal exact) {
    return exact.setScale(asset.decimals(), RoundingMode.UP).setScale(scale(asset));
  }

  static BigDecimal quantity(BigDecimal exact) {
    return exact.setScale(PairSpec.QUANTITY_DECIMALS, RoundingMode.DOWN);
  }
}
