package io.krakenspot.testkit.exchange.internal.engine;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was at one moment.
 *
 * @param id for example {@code OQCLML-BW3P3-BUCMWZ}
 * @param request as it was asked for; later amendments stand in the other fields
 * @param status where it stands
 * @param quantity ordered in all, base currency; of a cash order what was bought
 * @param displayQuantity what an iceberg shows at once; null for others
 * @param visibleQuantity what it shows in the book now; zero while it is not there
 * @param limitTerms the limit as it was asked for or amended; null without one
 * @param limitPrice in force; null without one, or before a trailing stop fired
 * @param trigger null for types without
 * @param filled base currency so far
 * @param cost quote currency so far
 * @param fee so far, counted in quote currency
 * @param averagePrice of its fills; zero without
 * @param amended whether it ever was
 * @param reason of its last change, for example {@code User requested}
 * @param parentId of the order that this one closes; null for others
 * @param openTime when it was accepted
 * @param changeTime when it was last amended, or accepted: the age that counts for rates
 * @param time of its last event
 */
public record EngineOrder(
    String id,
    OrderRequest request,
    OrderStatus status,
    BigDecimal quantity,
    @Nullable BigDecimal displayQuantity,
    BigDecimal visibleQuantity,
    @Nullable OrderPrice limitTerms,
    @Nullable BigDecimal limitPrice,
    @Nullable TriggerState trigger,
    BigDecimal filled,
    BigDecimal cost,
    BigDecimal fee,
    BigDecimal averagePrice,
    boolean amended,
    @Nullable String reason,
    @Nullable String parentId,
    Instant openTime,
    Instant changeTime,
    Instant time) {

  /**
   * What is left to fill.
   *
   * @return base currency
   */
  public BigDecimal remaining() {
    return quantity.subtract(filled);
  }
}
