package io.krakenspot.testkit.exchange.internal.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The pairs of the market: some with the decimals of real ones, the rest made up. */
public final class Listing {
  private static final AssetSpec USD = AssetSpec.fiat("USD");
  private static final AssetSpec EUR = AssetSpec.fiat("EUR");
  private static final AssetSpec BTC = AssetSpec.crypto("BTC", "XXBT", "XBT");
  private static final AssetSpec ETH = AssetSpec.crypto("ETH", "XETH", "ETH");
  private static final AssetSpec DOGE = AssetSpec.crypto("DOGE", "XXDG", "XDG");
  private static final AssetSpec XRP = AssetSpec.crypto("XRP", "XXRP", "XRP");
  private static final AssetSpec ADA = AssetSpec.crypto("ADA");

  private static final List<String> MADE_UP =
      List.of(
          "ALPH", "BRIK", "COVE", "DUSK", "EMBR", "FERN", "GLEN", "HAZE", "IRIS", "JADE", "KELP",
          "LARK", "MOSS", "NOOK", "OPAL", "PINE", "QUIL", "REED");

  private Listing() {}

  /**
   * About thirty pairs, among them a thin one ({@code RARE/EUR}), one whose prices are tiny and
   * quantities huge ({@code SHIB/USD}), and one whose quantities do not fit 64 bits ({@code
   * BONK/USD}).
   *
   * @return the pairs
   */
  public static List<PairSpec> pairs() {
    List<PairSpec> pairs = new ArrayList<>(known());
    for (int index = 0; index < MADE_UP.size(); index++) {
      pairs.add(madeUp(MADE_UP.get(index), index));
    }
    return pairs;
  }

  private static List<PairSpec> known() {
    return List.of(
        pair(BTC, USD, 1, 5, "62710.5", "0.6", 1450),
        pair(ETH, USD, 2, 5, "3150.05", "4", 150),
        pair(AssetSpec.crypto("SOL"), EUR, 2, 5, "121.46", "30", 60),
        pair(DOGE, USD, 7, 7, "0.1234567", "9000", 60),
        pair(XRP, USD, 5, 5, "0.51237", "3000", 60),
        pair(ADA, BTC, 8, 9, "0.00001234", "8000", 40),
        pair(ETH, BTC, 5, 6, "0.05023", "3", 40),
        pair(AssetSpec.crypto("SHIB"), USD, 9, 10, "0.000024613", "250000000", 40),
        pair(AssetSpec.crypto("BONK"), USD, 10, 10, "0.0000213450", "60000000000", 30),
        pair(AssetSpec.crypto("RARE"), EUR, 4, 6, "7.4410", "12", 5),
        pair(BTC, EUR, 1, 5, "57811.2", "0.4", 120),
        pair(AssetSpec.equity("TSLAx"), USD, 2, 5, "248.20", "10", 25),
        pair(AssetSpec.equity("AAPLx"), USD, 2, 5, "212.55", "10", 25));
  }

  private static PairSpec madeUp(String code, int index) {
    int decimals = 2 + (index % 4);
    BigDecimal price = BigDecimal.valueOf(12_345L + (997L * index), decimals);
    return new PairSpec(
        AssetSpec.crypto(code),
        index % 3 == 0 ? EUR : USD,
        decimals,
        index % 5 == 0 ? 8 : Math.max(5, decimals),
        price,
        BigDecimal.valueOf(20L + (index * 7L)),
        25);
  }

  private static PairSpec pair(
      AssetSpec base,
      AssetSpec quote,
      int decimals,
      int v1Decimals,
      String price,
      String quantity,
      int levels) {
    return new PairSpec(
        base, quote, decimals, v1Decimals, new BigDecimal(price), new BigDecimal(quantity), levels);
  }
}
