package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fill of an account's order.
 *
 * @param execId for example {@code TQCLML-BW3P3-BUCMWZ}
 * @param tradeId number of the public trade
 * @param orderId of the order
 * @param request pair, side, type and the client's names of the order
 * @param price quote currency
 * @param quantity base currency
 * @param cost quote currency
 * @param fee of the fill
 * @param feeAsset what the fee is in
 * @param maker whether the order rested
 * @param margin what it did to a position; null without margin
 * @param time of the fill
 */
public record AccountFill(
    String execId,
    long tradeId,
    String orderId,
    OrderRequest request,
    BigDecimal price,
    BigDecimal quantity,
    BigDecimal cost,
    BigDecimal fee,
    AssetSpec feeAsset,
    boolean maker,
    @Nullable MarginFill margin,
    Instant time) {}
