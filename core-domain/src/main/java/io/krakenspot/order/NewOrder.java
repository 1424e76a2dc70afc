package io.krakenspot.order;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to be placed, for example a limit order to buy {@code 1.5 ETH} at {@code 3149.90}.
 *
 * <pre>{@code
 * NewOrder.buy(Pair.of("ETH/USD"), OrderType.LIMIT)
 *     .quantity(new BigDecimal("1.5"))
 *     .limit(OrderPrice.of("3149.90"))
 *     .postOnly(true)
 *     .build();
 * }</pre>
 *
 * <p>Immutable. What does not fit together is refused by {@link Builder#build} with a message that
 * names the field; what a version lacks is refused before sending.
 *
 * <p>Source: Kraken v1 {@code addOrder}, v2 {@code add_order}.
 */
public final class NewOrder {
  private static final int SMALLEST_LEVERAGE = 2;
  private static final int GREATEST_LEVERAGE = 5;
  private static final BigDecimal DISPLAY_PARTS = BigDecimal.valueOf(15);

  private final Pair pair;
  private final Side side;
  private final OrderType type;
  private final @Nullable BigDecimal quantity;
  private final @Nullable BigDecimal cashQuantity;
  private final @Nullable OrderPrice limit;
  private final @Nullable Trigger trigger;
  private final @Nullable BigDecimal displayQuantity;
  private final @Nullable TimeInForce timeInForce;
  private final @Nullable Instant expireTime;
  private final @Nullable Instant effectiveTime;
  private final @Nullable Duration deadline;
  private final boolean postOnly;
  private final boolean reduceOnly;
  private final boolean margin;
  private final @Nullable Integer leverage;
  private final @Nullable String clientOrderId;
  private final @Nullable Integer userReference;
  private final @Nullable ConditionalClose conditionalClose;
  private final @Nullable SelfTradePrevention selfTradePrevention;
  private final @Nullable FeePreference feePreference;
  private final @Nullable String senderSubId;
  private final boolean validateOnly;

  private NewOrder(Builder builder) {
    pair = builder.pair;
    side = builder.side;
    type = builder.type;
    quantity = builder.quantity;
    cashQuantity = builder.cashQuantity;
    limit = builder.limit;
    trigger = builder.trigger;
    displayQuantity = builder.displayQuantity;
    timeInForce = builder.timeInForce;
    expireTime = builder.expireTime;
    effectiveTime = builder.effectiveTime;
    deadline = builder.deadline;
    postOnly = builder.postOnly;
    reduceOnly = builder.reduceOnly;
    margin = builder.margin;
    leverage = builder.leverage;
    clientOrderId = builder.clientOrderId;
    userReference = builder.userReference;
    conditionalClose = builder.conditionalClose;
    selfTradePrevention = builder.selfTradePrevention;
    feePreference = builder.feePreference;
    senderSubId = builder.senderSubId;
    validateOnly = builder.validateOnly;
  }

  /**
   * Starts an order to buy the base currency.
   *
   * @param pair the pair
   * @param type the kind of order
   * @return a builder
   */
  public static Builder buy(Pair pair, OrderType type) {
    return new Builder(pair, Side.BUY, type);
  }

  /**
   * Starts an order to sell the base currency.
   *
   * @param pair the pair
   * @param type the kind of order
   * @return a builder
   */
  public static Builder sell(Pair pair, OrderType type) {
    return new Builder(pair, Side.SELL, type);
  }

  /**
   * Starts an order.
   *
   * @param pair the pair
   * @param side buy or sell
   * @param type the kind of order
   * @return a builder
   */
  public static Builder of(Pair pair, Side side, OrderType type) {
    return new Builder(pair, side, type);
  }

  /**
   * The same order with an id of the client's.
   *
   * @param id the id
   * @return a copy
   */
  public NewOrder withClientOrderId(String id) {
    return new Builder(this).clientOrderId(id).build();
  }

  /**
   * The same order with a number of the client's.
   *
   * @param reference the number
   * @return a copy
   */
  public NewOrder withUserReference(int reference) {
    return new Builder(this).userReference(reference).build();
  }

  /**
   * The pair.
   *
   * @return for example {@code ETH/USD}
   */
  public Pair pair() {
    return pair;
  }

  /**
   * Buy or sell.
   *
   * @return the side
   */
  public Side side() {
    return side;
  }

  /**
   * The kind of order.
   *
   * @return for example {@code LIMIT}
   */
  public OrderType type() {
    return type;
  }

  /**
   * How much is ordered.
   *
   * @return base currency
   */
  public @Nullable BigDecimal quantity() {
    return quantity;
  }

  /**
   * How much is to be spent.
   *
   * @return quote currency
   */
  public @Nullable BigDecimal cashQuantity() {
    return cashQuantity;
  }

  /**
   * The limit price.
   *
   * @return quote currency, or a distance
   */
  public @Nullable OrderPrice limit() {
    return limit;
  }

  /**
   * What the order waits for.
   *
   * @return the trigger
   */
  public @Nullable Trigger trigger() {
    return trigger;
  }

  /**
   * The part that an iceberg order shows.
   *
   * @return base currency
   */
  public @Nullable BigDecimal displayQuantity() {
    return displayQuantity;
  }

  /**
   * How long it lives.
   *
   * @return null for Kraken's default, {@code GTC}
   */
  public @Nullable TimeInForce timeInForce() {
    return timeInForce;
  }

  /**
   * When it expires.
   *
   * @return whole seconds
   */
  public @Nullable Instant expireTime() {
    return expireTime;
  }

  /**
   * When it becomes live.
   *
   * @return whole seconds
   */
  public @Nullable Instant effectiveTime() {
    return effectiveTime;
  }

  /**
   * How long after sending the engine may still match it.
   *
   * @return null for Kraken's default, 5 s
   */
  public @Nullable Duration deadline() {
    return deadline;
  }

  /**
   * Whether it must never take liquidity.
   *
   * @return false unless set
   */
  public boolean postOnly() {
    return postOnly;
  }

  /**
   * Whether it may only reduce a position.
   *
   * @return false unless set
   */
  public boolean reduceOnly() {
    return reduceOnly;
  }

  /**
   * Whether it may be funded on margin.
   *
   * @return false unless set
   */
  public boolean margin() {
    return margin;
  }

  /**
   * The leverage.
   *
   * @return null unless set
   */
  public @Nullable Integer leverage() {
    return leverage;
  }

  /**
   * The id that the client chose.
   *
   * @return null if the session is to choose one
   */
  public @Nullable String clientOrderId() {
    return clientOrderId;
  }

  /**
   * The number that the client chose.
   *
   * @return null unless set
   */
  public @Nullable Integer userReference() {
    return userReference;
  }

  /**
   * The order that each fill creates.
   *
   * @return null unless set
   */
  public @Nullable ConditionalClose conditionalClose() {
    return conditionalClose;
  }

  /**
   * Which order gives way to avoid trading with oneself.
   *
   * @return null for Kraken's default, the newest
   */
  public @Nullable SelfTradePrevention selfTradePrevention() {
    return selfTradePrevention;
  }

  /**
   * The currency to take fees in.
   *
   * @return null for Kraken's default
   */
  public @Nullable FeePreference feePreference() {
    return feePreference;
  }

  /**
   * The trader within an institution.
   *
   * @return null unless set
   */
  public @Nullable String senderSubId() {
    return senderSubId;
  }

  /**
   * Whether it is only checked and not placed.
   *
   * @return false unless set
   */
  public boolean validateOnly() {
    return validateOnly;
  }

  /** The order in words, for example {@code BUY 1.5 ETH/USD LIMIT 3149.90}. */
  @Override
  public String toString() {
    BigDecimal amount = quantity == null ? cashQuantity : quantity;
    return side
        + " "
        + (amount == null ? "" : amount.toPlainString() + " ")
        + (quantity == null ? pair.quote() + " of " : "")
        + pair
        + " "
        + type
        + (trigger == null ? "" : " at " + trigger.price())
        + (limit == null ? "" : " " + limit);
  }

  /** Collects what an order is to be like. */
  public static final class Builder {
    private final Pair pair;
    private final Side side;
    private final OrderType type;
    private @Nullable BigDecimal quantity;
    private @Nullable BigDecimal cashQuantity;
    private @Nullable OrderPrice limit;
    private @Nullable Trigger trigger;
    private @Nullable BigDecimal displayQuantity;
    private @Nullable TimeInForce timeInForce;
    private @Nullable Instant expireTime;
    private @Nullable Instant effectiveTime;
    private @Nullable Duration deadline;
    private boolean postOnly;
    private boolean reduceOnly;
    private boolean margin;
    private @Nullable Integer leverage;
    private @Nullable String clientOrderId;
    private @Nullable Integer userReference;
    private @Nullable ConditionalClose conditionalClose;
    private @Nullable SelfTradePrevention selfTradePrevention;
    private @Nullable FeePreference feePreference;
    private @Nullable String senderSubId;
    private boolean validateOnly;

    private Builder(Pair pair, Side side, OrderType type) {
      this.pair = pair;
      this.side = side;
      this.type = type;
    }

    private Builder(NewOrder order) {
      this(order.pair, order.side, order.type);
      quantity = order.quantity;
      cashQuantity = order.cashQuantity;
      limit = order.limit;
      trigger = order.trigger;
      displayQuantity = order.displayQuantity;
      timeInForce = order.timeInForce;
      expireTime = order.expireTime;
      effectiveTime = order.effectiveTime;
      deadline = order.deadline;
      postOnly = order.postOnly;
      reduceOnly = order.reduceOnly;
      margin = order.margin;
      leverage = order.leverage;
      clientOrderId = order.clientOrderId;
      userReference = order.userReference;
      conditionalClose = order.conditionalClose;
      selfTradePrevention = order.selfTradePrevention;
      feePreference = order.feePreference;
      senderSubId = order.senderSubId;
      validateOnly = order.validateOnly;
    }

    /**
     * How much to order, base currency.
     *
     * @param value for example {@code 1.5}
     * @return this
     */
    public Builder quantity(BigDecimal value) {
      quantity = value;
      return this;
    }

    /**
     * How much to spend instead of a quantity: market orders to buy, without margin.
     *
     * @param value quote currency, for example {@code 100}
     * @return this
     */
    public Builder cashQuantity(BigDecimal value) {
      cashQuantity = value;
      return this;
    }

    /**
     * The limit price, for types that have one.
     *
     * @param value quote currency; for {@code TRAILING_STOP_LIMIT} a distance from the trigger
     *     price
     * @return this
     */
    public Builder limit(OrderPrice value) {
      limit = value;
      return this;
    }

    /**
     * What to wait for, for types that are triggered.
     *
     * @param value price and reference
     * @return this
     */
    public Builder trigger(Trigger value) {
      trigger = value;
      return this;
    }

    /**
     * The part to show of an iceberg order, at least a fifteenth of its quantity; v2 only.
     *
     * @param value base currency
     * @return this
     */
    public Builder displayQuantity(BigDecimal value) {
      displayQuantity = value;
      return this;
    }

    /**
     * How long it lives; {@code GTC} unless set.
     *
     * @param value {@code FOK} is v2 only
     * @return this
     */
    public Builder timeInForce(TimeInForce value) {
      timeInForce = value;
      return this;
    }

    /**
     * When it expires; needs {@code GTD}.
     *
     * @param value whole seconds, at most a month ahead
     * @return this
     */
    public Builder expireTime(Instant value) {
      expireTime = value;
      return this;
    }

    /**
     * When it becomes live; at once unless set.
     *
     * @param value whole seconds
     * @return this
     */
    public Builder effectiveTime(Instant value) {
      effectiveTime = value;
      return this;
    }

    /**
     * How long after sending the engine may still match it; 5 s unless set.
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
     * Never to take liquidity, for types with a limit.
     *
     * @param value true to be refused rather than to take
     * @return this
     */
    public Builder postOnly(boolean value) {
      postOnly = value;
      return this;
    }

    /**
     * Only to reduce a margin position.
     *
     * @param value true to reduce alone
     * @return this
     */
    public Builder reduceOnly(boolean value) {
      reduceOnly = value;
      return this;
    }

    /**
     * To fund on margin, with the pair's greatest leverage up to 5.
     *
     * @param value true for margin
     * @return this
     */
    public Builder margin(boolean value) {
      margin = value;
      return this;
    }

    /**
     * The leverage, v1 only; on v2 use {@link #margin}.
     *
     * @param value 2 to 5
     * @return this
     */
    public Builder leverage(Integer value) {
      leverage = value;
      return this;
    }

    /**
     * An id of one's own, unique among the account's open orders; the session makes one unless it
     * or a user reference is given.
     *
     * @param value a UUID, 32 hexadecimal digits, or up to 18 characters of ASCII
     * @return this
     */
    public Builder clientOrderId(String value) {
      clientOrderId = value;
      return this;
    }

    /**
     * A number of one's own that may name several orders; not together with a client order id.
     *
     * @param value any number but 0, which Kraken takes for none
     * @return this
     */
    public Builder userReference(Integer value) {
      userReference = value;
      return this;
    }

    /**
     * An order on the opposite side to be created for each fill; not together with a client order
     * id.
     *
     * @param value its kind and prices
     * @return this
     */
    public Builder conditionalClose(ConditionalClose value) {
      conditionalClose = value;
      return this;
    }

    /**
     * Which order gives way to avoid trading with oneself; the newest unless set.
     *
     * @param value which
     * @return this
     */
    public Builder selfTradePrevention(SelfTradePrevention value) {
      selfTradePrevention = value;
      return this;
    }

    /**
     * The currency to take fees in.
     *
     * @param value quote when buying and base when selling, unless set
     * @return this
     */
    public Builder feePreference(FeePreference value) {
      feePreference = value;
      return this;
    }

    /**
     * The trader within an institution, for self-trade prevention.
     *
     * @param value formats as for a client order id
     * @return this
     */
    public Builder senderSubId(String value) {
      senderSubId = value;
      return this;
    }

    /**
     * Only to check it, not to place it.
     *
     * @param value true to check alone
     * @return this
     */
    public Builder validateOnly(boolean value) {
      validateOnly = value;
      return this;
    }

    /**
     * Checks that all fits together.
     *
     * @return the order
     * @throws IllegalArgumentException naming the field that is missing, too much or out of bounds;
     *     nothing was sent
     */
    public NewOrder build() {
      Fields.require(type != OrderType.UNKNOWN, "order type: UNKNOWN cannot be placed");
      checkAmounts();
      checkPrices();
      checkTimes();
      checkFlags();
      checkIds();
      return new NewOrder(this);
    }

    private void checkAmounts() {
      Fields.require(
          quantity != null || cashQuantity != null,
          "quantity is missing; set it, or cashQuantity for a market order to buy");
      Fields.require(
          quantity == null || cashQuantity == null,
          "quantity and cashQuantity exclude each other; leave one out");
      Fields.require(
          cashQuantity == null || (type == OrderType.MARKET && side == Side.BUY && !margin),
          "cashQuantity is for market orders to buy without margin");
      Fields.positive("quantity", quantity);
      Fields.positive("cashQuantity", cashQuantity);
      Fields.fits("displayQuantity", displayQuantity, type == OrderType.ICEBERG, type);
      Fields.positive("displayQuantity", displayQuantity);
      Fields.require(
          displayQuantity == null
              || quantity == null
              || displayQuantity.multiply(DISPLAY_PARTS).compareTo(quantity) >= 0,
          "displayQuantity must be at least a fifteenth of quantity");
    }

    private void checkPrices() {
      Fields.fits("limit", limit, type.limited(), type);
      Fields.fits("trigger", trigger, type.triggered(), type);
      Fields.positive("limit", limit);
      Fields.positive("trigger", trigger == null ? null : trigger.price());
      Fields.require(
          trigger == null
              || !type.trailing()
              || (trigger.price().type() != PriceType.STATIC
                  && trigger.price().value().signum() > 0),
          "trigger of " + type + " must be a positive distance: OrderPrice.away or percentAway");
      Fields.require(
          limit == null
              || limit.type() == PriceType.STATIC
              || type == OrderType.TRAILING_STOP_LIMIT,
          "limit of " + type + " must be a price: OrderPrice.of");
    }

    private void checkTimes() {
      Fields.deadline(deadline);
      Fields.require(timeInForce != TimeInForce.UNKNOWN, "timeInForce: UNKNOWN cannot be placed");
      Fields.require(
          (timeInForce == TimeInForce.GTD) == (expireTime != null),
          "expireTime and timeInForce GTD need each other");
      Fields.require(
          timeInForce != TimeInForce.FOK || type.limited(),
          "timeInForce FOK is for types with a limit, not " + type);
    }

    private void checkFlags() {
      Fields.require(
          !postOnly || type.limited(), "postOnly is for types with a limit, not " + type);
      Fields.require(
          !postOnly || (timeInForce != TimeInForce.IOC && timeInForce != TimeInForce.FOK),
          "postOnly and timeInForce " + timeInForce + " exclude each other");
      Fields.require(
          leverage == null || (leverage >= SMALLEST_LEVERAGE && leverage <= GREATEST_LEVERAGE),
          "leverage must be from 2 to 5, not " + leverage);
      Fields.require(
          !reduceOnly || margin || leverage != null,
          "reduceOnly is for margin orders; set margin or leverage too");
    }

    private void checkIds() {
      Fields.clientId("clientOrderId", clientOrderId);
      Fields.clientId("senderSubId", senderSubId);
      Fields.require(
          clientOrderId == null || userReference == null,
          "clientOrderId and userReference exclude each other; leave one out");
      Fields.require(
          clientOrderId == null || conditionalClose == null,
          "clientOrderId and conditionalClose exclude each other; use a userReference");
      Fields.require(
          userReference == null || userReference != 0,
          "userReference must not be 0, which Kraken takes for none");
    }
  }
}
