package io.krakenspot.account;

import io.krakenspot.market.ByNumber;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed a balance, for example {@code +0.4 ETH} by a trade.
 *
 * <p>Source: Kraken v2 {@code balances}, update.
 *
 * @param id of the entry
 * @param referenceId of the event; for a trade the fill's id
 * @param asset the asset's code
 * @param assetClass for example {@code currency}
 * @param amount signed change, in the asset
 * @param fee in the asset
 * @param total of the asset after the entry
 * @param type for example {@code trade} or {@code deposit}, in Kraken's words
 * @param subtype null if there is none
 * @param category for example {@code trade}
 * @param walletType for example {@code spot}
 * @param walletId for example {@code main}
 * @param timestamp when it happened
 * @param user the account, in the feed of a master account
 */
public record LedgerEntry(
    String id,
    @Nullable String referenceId,
    String asset,
    @Nullable String assetClass,
    BigDecimal amount,
    @Nullable BigDecimal fee,
    BigDecimal total,
    @Nullable String type,
    @Nullable String subtype,
    @Nullable String category,
    @Nullable String walletType,
    @Nullable String walletId,
    @Nullable Instant timestamp,
    @Nullable String user) {
  @Override
  public boolean equals(@Nullable Object other) {
    return ByNumber.equal(this, other);
  }

  @Override
  public int hashCode() {
    return ByNumber.hash(this);
  }
}
