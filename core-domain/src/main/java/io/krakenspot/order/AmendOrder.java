package io.krakenspot.order;

import io.krakenspot.market.Pair;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A change of an open order in place: it keeps its ids, its fills and, where possible, its place in
 * the queue.
 *
 * <p>Source: Kraken v1 {@code amendOrder}, v2 {@code amend_order}.
 *
 * @param order which; a user reference does not do
 * @param quantity new total, base currency; below what has traded it ends the order
 * @param displayQuantity new shown part of an iceberg order, base currency
 * @param limit new limit price
 * @param trigger new trigger price
 * @param postOnly refuse a new limit price that would take liquidity
 * @param deadline how long after sending the engine may still do it; null for Kraken's 5 s
 * @param pair needed for tokenised equities, and for a check against reference data
 */
public record AmendOrder(
    OrderKey order,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal displayQuantity,
    @Nullable OrderPrice limit,
    @Nullable OrderPrice trigger,
    boolean postOnly,
    @Nullable Duration deadline,
    @Nullable Pair pair) {
  /**
   * Checks that something is to change.
   *
   * @throws IllegalArgumentException naming the field; nothing was sent
   */
  public AmendOrder {
    Fields.require(
        !(order instanceof OrderKey.UserReference),
        "order: an amend needs an order id or a client order id, not a user reference");
    Fields.require(
        quantity != null || displayQuantity != null || limit != null || trigger != null,
        "an amend without a change; set quantity, displayQuantity, limit or trigger");
    Fields.positive("quantity", quantity);
    Fields.positive("displayQuantity", displayQuantity);
    Fields.positive("limit", limit);
    Fields.positive("trigger", trigger);
    Fields.deadline(deadline);
  }

  /**
   * Starts an amend.
   *
   * @param order which
   * @return a builder
   */
  public static Builder of(OrderKey order) {
    return new Builder(order);
  }

  /** Collects what is to change. */
  public static final class Builder {
    private final OrderKey order;
    private @Nullable BigDecimal quantity;
    private @Nullable BigDecimal displayQuantity;
    private @Nullable OrderPrice limit;
    private @Nullable OrderPrice trigger;
    private boolean postOnly;
    private @Nullable Duration deadline;
    private @Nullable Pair pair;

    private Builder(OrderKey order) {
      this.order = order;
    }

    /**
     * Changes the quantity.
     *
     * @param value new total, base currency
     * @return this
     */
    public Builder quantity(BigDecimal value) {
      quantity = value;
      return this;
    }

    /**
     * Changes the shown part of an iceberg order.
     *
     * @param value base currency, at least a fifteenth of what is left
     * @return this
     */
    public Builder displayQuantity(BigDecimal value) {
      displayQuantity = value;
      return this;
    }

    /**
     * Changes the limit price.
     *
     * @param value quote currency, or a distance
     * @return this
     */
    public Builder limit(OrderPrice value) {
      limit = value;
      return this;
    }

    /**
     * Changes the trigger price.
     *
     * @param value quote currency, or a distance
     * @return this
     */
    public Builder trigger(OrderPrice value) {
      trigger = value;
      return this;
    }

    /**
     * Refuses a new limit price that would take liquidity.
     *
     * @param value true to refuse
     * @return this
     */
    public Builder postOnly(boolean value) {
      postOnly = value;
      return this;
    }

    /**
     * How long after sending the engine may still do it.
     *
     * @param value 1 s to 60 s. Kraken takes 500 ms too, but it is sent as a time of day and
     *     counted when it arrives, so that so short a one would be refused for the way alone
     * @return this
     */
    public Builder deadline(Duration value) {
      deadline = value;
      return this;
    }

    /**
     * The pair, needed for tokenised equities, and for a check against reference data ({@link
     * OrderCheck}).
     *
     * @param value the order's pair
     * @return this
     */
    public Builder pair(Pair value) {
      pair = value;
      return this;
    }

    /**
     * Checks that something is to change.
     *
     * @return the amend
     * @throws IllegalArgumentException naming the field; nothing was sent
     */
    public AmendOrder build() {
      return new AmendOrder(
          order, quantity, displayQuantity, limit, trigger, postOnly, deadline, pair);
    }
  }
}
