package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A change of a balance.
 *
 * @param id for example {@code LQCLML-BW3P3-BUCMWZ}
 * @param refId of what caused it; for a trade its execution
 * @param type {@code trade}, {@code margin} or {@code deposit}
 * @param asset which balance
 * @param amount signed change, without the fee
 * @param fee taken besides
 * @param balance afterwards
 * @param time when
 */
public record LedgerEntry(
    String id,
    String refId,
    String type,
    AssetSpec asset,
    BigDecimal amount,
    BigDecimal fee,
    BigDecimal balance,
    Instant time) {}
