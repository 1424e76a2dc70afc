package io.krakenspot.order;

import io.krakenspot.market.Pair;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Cancels an order and places a new one, with a new id, at the back of the queue. {@link
 * AmendOrder} is the better tool; this one is here because the exchange has it.
 *
 * <p>Source: Kraken v1 {@code editOrder}, v2 {@code edit_order}.
 *
 * @param orderId Kraken's own id of the order
 * @param pair its pair, which cannot be changed
 * @param quantity base currency; null to keep it
 * @param limit new limit price; null to keep it
 * @param trigger new trigger; null to keep it
 * @param displayQuantity of an iceberg order, base currency; null to keep it; v2 only
 * @param userReference of the new order; null for none
 * @param postOnly never to take liquidity
 * @param reduceOnly only to reduce a position; v2 only
 * @param feePreference null for Kraken's default; v2 only
 * @param deadline how long after sending the engine may still do it; null for Kraken's 5 s; v2 only
 * @param validateOnly only to check it
 */
public record EditOrder(
    String orderId,
    Pair pair,
    @Nullable BigDecimal quantity,
    @Nullable OrderPrice limit,
    @Nullable Trigger trigger,
    @Nullable BigDecimal displayQuantity,
    @Nullable Integer userReference,
    boolean postOnly,
    boolean reduceOnly,
    @Nullable FeePreference feePreference,
    @Nullable Duration deadline,
    boolean validateOnly) {
  /**
   * Checks the fields.
   *
   * @throws IllegalArgumentException naming the field; nothing was sent
   */
  public EditOrder {
    Fields.require(!orderId.isBlank(), "orderId is empty");
    Fields.require(
        quantity != null || limit != null || trigger != null || displayQuantity != null,
        "an edit without a change; set quantity, limit, trigger or displayQuantity");
    Fields.positive("quantity", quantity);
    Fields.positive("displayQuantity", displayQuantity);
    Fields.positive("limit", limit);
    Fields.deadline(deadline);
  }

  /**
   * Starts an edit.
   *
   * @param orderId Kraken's own id of the order
   * @param pair its pair
   * @return a builder
   */
  public static Builder of(String orderId, Pair pair) {
    return new Builder(orderId, pair);
  }

  /** Collects what is to change. */
  public static final class Builder {
    private final String orderId;
    private final Pair pair;
    private @Nullable BigDecimal quantity;
    private @Nullable OrderPrice limit;
    private @Nullable Trigger trigger;
    private @Nullable BigDecimal displayQuantity;
    private @Nullable Integer userReference;
    private boolean postOnly;
    private boolean reduceOnly;
    private @Nullable FeePreference feePreference;
    private @Nullable Duration deadline;
    private boolean validateOnly;

    private Builder(String orderId, Pair pair) {
      this.orderId = orderId;
      this.pair = pair;
    }

    /**
     * Changes the quantity.
     *
     * @param value base currency
     * @return this
     */
    public Builder quantity(BigDecimal value) {
      quantity = value;
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
     * Changes the trigger.
     *
     * @param value price and reference
     * @return this
     */
    public Builder trigger(Trigger value) {
      trigger = value;
      return this;
    }

    /**
     * Changes the shown part of an iceberg order; v2 only.
     *
     * @param value base currency
     * @return this
     */
    public Builder displayQuantity(BigDecimal value) {
      displayQuantity = value;
      return this;
    }

    /**
     * Numbers the new order.
     *
     * @param value any number but 0
     * @return this
     */
    public Builder userReference(int value) {
      userReference = value;
      return this;
    }

    /**
     * Never to take liquidity.
     *
     * @param value true to be refused rather than to take
     * @return this
     */
    public Builder postOnly(boolean value) {
      postOnly = value;
      return this;
    }

    /**
     * Only to reduce a position; v2 only.
     *
     * @param value true to reduce alone
     * @return this
     */
    public Builder reduceOnly(boolean value) {
      reduceOnly = value;
      return this;
    }

    /**
     * The currency to take fees in; v2 only.
     *
     * @param value base or quote
     * @return this
     */
    public Builder feePreference(FeePreference value) {
      feePreference = value;
      return this;
    }

    /**
     * How long after sending the engine may still do it; v2 only.
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
     * Only to check it.
     *
     * @param value true to check alone
     * @return this
     */
    public Builder validateOnly(boolean value) {
      validateOnly = value;
      return this;
    }

    /**
     * Checks the fields.
     *
     * @return the edit
     * @throws IllegalArgumentException naming the field; nothing was sent
     */
    public EditOrder build() {
      return new EditOrder(
          orderId,
          pair,
          quantity,
          limit,
          trigger,
          displayQuantity,
          userReference,
          postOnly,
          reduceOnly,
          feePreference,
          deadline,
          validateOnly);
    }
  }
}
