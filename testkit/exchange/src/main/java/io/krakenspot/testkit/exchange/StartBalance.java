package io.krakenspot.testkit.exchange;

import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import java.math.BigDecimal;
import java.util.Map;

/** What a new account owns. */
final class StartBalance {
  private static final BigDecimal USUAL = new BigDecimal("1000000");

  private static final Map<String, BigDecimal> OF =
      Map.of(
          "USD", new BigDecimal("10000000"),
          "EUR", new BigDecimal("10000000"),
          "BTC", new BigDecimal("1000"),
          "ETH", new BigDecimal("10000"),
          "SHIB", new BigDecimal("1000000000000"),
          "BONK", new BigDecimal("1000000000000000"));

  private StartBalance() {}

  static BigDecimal of(AssetSpec asset) {
    return OF.getOrDefault(asset.code(), USUAL);
  }
}
