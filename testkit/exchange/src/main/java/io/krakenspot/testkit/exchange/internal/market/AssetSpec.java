package io.krakenspot.testkit.exchange.internal.market;

/**
 * An asset of the market, for example {@code BTC}, which REST calls {@code XXBT}.
 *
 * @param code readable code of v2, for example {@code BTC}
 * @param restCode key in REST {@code Assets}, for example {@code XXBT}
 * @param altname older short code of v1 and REST, for example {@code XBT}
 * @param decimals decimals of balances
 * @param displayDecimals decimals worth showing
 * @param tokenized whether it stands for an equity
 */
public record AssetSpec(
    String code,
    String restCode,
    String altname,
    int decimals,
    int displayDecimals,
    boolean tokenized) {

  static AssetSpec crypto(String code) {
    return new AssetSpec(code, code, code, 10, 5, false);
  }

  static AssetSpec crypto(String code, String restCode, String altname) {
    return new AssetSpec(code, restCode, altname, 10, 5, false);
  }

  static AssetSpec fiat(String code) {
    return new AssetSpec(code, "Z" + code, code, 4, 2, false);
  }

  static AssetSpec equity(String code) {
    return new AssetSpec(code, code, code, 8, 4, true);
  }

  /** Whether REST prefixes the code, as it does for the oldest assets. */
  boolean prefixed() {
    return !restCode.equals(code);
  }
}
