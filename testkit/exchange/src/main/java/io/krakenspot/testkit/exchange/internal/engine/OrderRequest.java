package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.market.PairSpec;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything a client may say of a new order. What is absent is null.
 *
 * @param pair where
 * @param side {@code BUY} or {@code SELL}
 * @param type kind of order
 * @param quantity base currency; null with a cash quantity
 * @param cashQuantity quote currency; for market buys only
 * @param limitPrice for limited types; of a trailing stop the distance from its trigger
 * @param trigger for triggered types
 * @param displayQuantity for icebergs: how much is shown
 * @param timeInForce how long it stays
 * @param effectiveTime when it begins; null is at once
 * @param expireTime when it ends, with {@code GTD}
 * @param deadline after which the engine refuses it
 * @param postOnly refused if it would take
 * @param reduceOnly may only reduce a margin position
 * @param leverage how many times its collateral a margin order is worth; null without margin
 * @param selfTrade what happens when it meets an order of the same account
 * @param feePreference which asset the fee is taken in; null is quote
 * @param clientId {@code cl_ord_id}
 * @param userref {@code order_userref}
 * @param senderSubId {@code sender_sub_id}
 * @param close template of closing orders
 * @param validateOnly checked but not placed
 */
public record OrderRequest(
    Pair pair,
    Side side,
    OrderType type,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal cashQuantity,
    @Nullable OrderPrice limitPrice,
    @Nullable TriggerTerms trigger,
    @Nullable BigDecimal displayQuantity,
    TimeInForce timeInForce,
    @Nullable Instant effectiveTime,
    @Nullable Instant expireTime,
    @Nullable Instant deadline,
    boolean postOnly,
    boolean reduceOnly,
    @Nullable Integer leverage,
    SelfTrade selfTrade,
    @Nullable FeePreference feePreference,
    @Nullable String clientId,
    @Nullable Long userref,
    @Nullable String senderSubId,
    @Nullable CloseTerms close,
    boolean validateOnly) {

  /**
   * Whether it is funded on margin.
   *
   * @return true with a leverage
   */
  public boolean margin() {
    return leverage != null;
  }

  /** The leverage of an order that certainly has one. */
  int borrowing() {
    if (leverage == null) {
      throw new IllegalStateException("not funded on margin");
    }
    return leverage;
  }

  /**
   * Begins a request.
   *
   * @param pair where
   * @param side what to do
   * @param type kind of order
   * @return a builder with the defaults of {@code add_order}
   */
  public static Builder of(Pair pair, Side side, OrderType type) {
    return new Builder(pair, side, type);
  }

  /**
   * The same request with changes.
   *
   * @return a builder that begins with every field of this one
   */
  public Builder change() {
    Builder copy = new Builder(pair, side, type);
    copy.quantity = quantity;
    copy.cashQuantity = cashQuantity;
    copy.limitPrice = limitPrice;
    copy.trigger = trigger;
    copy.displayQuantity = displayQuantity;
    copy.timeInForce = timeInForce;
    copy.effectiveTime = effectiveTime;
    copy.expireTime = expireTime;
    copy.deadline = deadline;
    copy.postOnly = postOnly;
    copy.reduceOnly = reduceOnly;
    copy.leverage = leverage;
    copy.selfTrade = selfTrade;
    copy.feePreference = feePreference;
    copy.clientId = clientId;
    copy.userref = userref;
    copy.senderSubId = senderSubId;
    copy.close = close;
    copy.validateOnly = validateOnly;
    return copy;
  }

  /** Collects the fields of a request. */
  public static final class Builder {
    private final Pair pair;
    private final Side side;
    private final OrderType type;
    private @Nullable BigDecimal quantity;
    private @Nullable BigDecimal cashQuantity;
    private @Nullable OrderPrice limitPrice;
    private @Nullable TriggerTerms trigger;
    private @Nullable BigDecimal displayQuantity;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private @Nullable Instant effectiveTime;
    private @Nullable Instant expireTime;
    private @Nullable Instant deadline;
    private boolean postOnly;
    private boolean reduceOnly;
    private @Nullable Integer leverage;
    private SelfTrade selfTrade = SelfTrade.CANCEL_NEWEST;
    private @Nullable FeePreference feePreference;
    private @Nullable String clientId;
    private @Nullable Long userref;
    private @Nullable String senderSubId;
    private @Nullable CloseTerms close;
    private boolean validateOnly;

    private Builder(Pair pair, Side side, OrderType type) {
      this.pair = pair;
      this.side = side;
      this.type = type;
    }

    /**
     * Says how much.
     *
     * @param value base currency
     * @return this
     */
    public Builder quantity(@Nullable BigDecimal value) {
      quantity = value;
      return this;
    }

    /**
     * Says how much in quote currency.
     *
     * @param value for market buys
     * @return this
     */
    public Builder cashQuantity(@Nullable BigDecimal value) {
      cashQuantity = value;
      return this;
    }

    /**
     * Says the limit.
     *
     * @param value for limited types
     * @return this
     */
    public Builder limitPrice(@Nullable OrderPrice value) {
      limitPrice = value;
      return this;
    }

    /**
     * Says the trigger.
     *
     * @param value for triggered types
     * @return this
     */
    public Builder trigger(@Nullable TriggerTerms value) {
      trigger = value;
      return this;
    }

    /**
     * Says how much is shown.
     *
     * @param value for icebergs, base currency
     * @return this
     */
    public Builder displayQuantity(@Nullable BigDecimal value) {
      displayQuantity = value;
      return this;
    }

    /**
     * Says how long it stays.
     *
     * @param value {@code GTC} by default
     * @return this
     */
    public Builder timeInForce(TimeInForce value) {
      timeInForce = value;
      return this;
    }

    /**
     * Says when it begins.
     *
     * @param value null is at once
     * @return this
     */
    public Builder effectiveTime(@Nullable Instant value) {
      effectiveTime = value;
      return this;
    }

    /**
     * Says when it ends.
     *
     * @param value with {@code GTD}
     * @return this
     */
    public Builder expireTime(@Nullable Instant value) {
      expireTime = value;
      return this;
    }

    /**
     * Says after which it is refused.
     *
     * @param value null is five seconds ahead
     * @return this
     */
    public Builder deadline(@Nullable Instant value) {
      deadline = value;
      return this;
    }

    /**
     * Says whether it is refused if it would take.
     *
     * @param value false by default
     * @return this
     */
    public Builder postOnly(boolean value) {
      postOnly = value;
      return this;
    }

    /**
     * Says whether it may only reduce a position.
     *
     * @param value false by default
     * @return this
     */
    public Builder reduceOnly(boolean value) {
      reduceOnly = value;
      return this;
    }

    /**
     * Says how many times its collateral a margin order is worth.
     *
     * @param value 2 to 5; null without margin
     * @return this
     */
    public Builder leverage(@Nullable Integer value) {
      leverage = value;
      return this;
    }

    /**
     * Says whether it is funded on margin, with the highest leverage there is.
     *
     * @param value false by default
     * @return this
     */
    public Builder margin(boolean value) {
      return leverage(value ? PairSpec.MAXIMUM_LEVERAGE : null);
    }

    /**
     * Says what happens when it meets an order of the same account.
     *
     * @param value {@code CANCEL_NEWEST} by default
     * @return this
     */
    public Builder selfTrade(SelfTrade value) {
      selfTrade = value;
      return this;
    }

    /**
     * Says which asset the fee is taken in.
     *
     * @param value null is quote
     * @return this
     */
    public Builder feePreference(@Nullable FeePreference value) {
      feePreference = value;
      return this;
    }

    /**
     * Says the client's id.
     *
     * @param value {@code cl_ord_id}
     * @return this
     */
    public Builder clientId(@Nullable String value) {
      clientId = value;
      return this;
    }

    /**
     * Says the client's number.
     *
     * @param value {@code order_userref}
     * @return this
     */
    public Builder userref(@Nullable Long value) {
      userref = value;
      return this;
    }

    /**
     * Says the institution's trader.
     *
     * @param value {@code sender_sub_id}
     * @return this
     */
    public Builder senderSubId(@Nullable String value) {
      senderSubId = value;
      return this;
    }

    /**
     * Says the template of closing orders.
     *
     * @param value one is made for each fill
     * @return this
     */
    public Builder close(@Nullable CloseTerms value) {
      close = value;
      return this;
    }

    /**
     * Says whether it is only checked.
     *
     * @param value false by default
     * @return this
     */
    public Builder validateOnly(boolean value) {
      validateOnly = value;
      return this;
    }

    /**
     * Says the quantity and the limit price.
     *
     * @param amount base currency, for example {@code 0.5}
     * @param price quote currency, for example {@code 3150.05}
     * @return this
     */
    public Builder limit(String amount, String price) {
      quantity = new BigDecimal(amount);
      limitPrice = OrderPrice.of(new BigDecimal(price));
      return this;
    }

    /**
     * Makes the request.
     *
     * @return unchecked: the engine refuses what does not fit
     */
    public OrderRequest build() {
      return new OrderRequest(
          pair,
          side,
          type,
          quantity,
          cashQuantity,
          limitPrice,
          trigger,
          displayQuantity,
          timeInForce,
          effectiveTime,
          expireTime,
          deadline,
          postOnly,
          reduceOnly,
          leverage,
          selfTrade,
          feePreference,
          clientId,
          userref,
          senderSubId,
          close,
          validateOnly);
    }
  }
}
