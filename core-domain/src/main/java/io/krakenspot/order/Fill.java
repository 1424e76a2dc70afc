package io.krakenspot.order;

import io.krakenspot.market.ByNumber;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trade of one's own, for example {@code bought 0.4 ETH at 3149.90}. Each is told once, also
 * across reconnects. A component that may be null is one that the version in use did not carry.
 *
 * <p>Source: Kraken v2 {@code executions} of type {@code trade}, v1 {@code ownTrades}.
 *
 * @param id unique, for example {@code TEXAM1-BBBBB-BBBBBB}
 * @param tradeId the trade's number in the pair's public trades; v2 only
 * @param orderId the order
 * @param clientOrderId the id that the client chose for the order
 * @param userReference the number that the client chose for the order
 * @param pair the pair
 * @param side buy or sell
 * @param orderType the kind of order
 * @param quantity base currency
 * @param price quote currency
 * @param cost quote currency
 * @param fees what the fill cost in fees
 * @param liquidity whether the order rested or took; v2 only
 * @param timestamp when it happened
 * @param feeUsd total fee of the order so far, US dollars; v2 only
 * @param margin whether it was on margin
 * @param initialMargin quote currency; v1 only
 * @param marginBorrow whether it changed what is borrowed
 * @param positionId v1 only
 * @param liquidated whether the engine liquidated
 * @param externalId a partner's id of the fill
 * @param user the account, in the feed of a master account; v2 only
 */
public record Fill(
    String id,
    @Nullable Long tradeId,
    String orderId,
    @Nullable String clientOrderId,
    @Nullable Integer userReference,
    Pair pair,
    Side side,
    OrderType orderType,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal cost,
    List<Fee> fees,
    @Nullable Liquidity liquidity,
    Instant timestamp,
    @Nullable BigDecimal feeUsd,
    @Nullable Boolean margin,
    @Nullable BigDecimal initialMargin,
    @Nullable Boolean marginBorrow,
    @Nullable String positionId,
    @Nullable Boolean liquidated,
    @Nullable String externalId,
    @Nullable String user) {
  /** Keeps a copy of the fees. */
  public Fill {
    fees = List.copyOf(fees);
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
