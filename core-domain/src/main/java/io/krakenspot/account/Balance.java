package io.krakenspot.account;

import io.krakenspot.market.ByNumber;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much the account holds of an asset, for example {@code 12.5 ETH}. Funds that open orders have
 * reserved are included.
 *
 * <p>Source: Kraken v2 {@code balances}, snapshot.
 *
 * @param asset the asset's code
 * @param assetClass for example {@code currency}
 * @param total over all wallets
 * @param wallets its parts; may be empty
 */
public record Balance(
    String asset, @Nullable String assetClass, BigDecimal total, List<Wallet> wallets) {
  /** Keeps a copy of the wallets. */
  public Balance {
    wallets = List.copyOf(wallets);
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
