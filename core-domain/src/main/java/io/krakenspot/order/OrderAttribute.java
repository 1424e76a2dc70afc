package io.krakenspot.order;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Something that may be known of an order, for example its {@link #LIMIT_PRICE}. Both versions fill
 * the same attributes as far as they carry them; {@link Order#get} reads one.
 *
 * <p>Source: Kraken v2 {@code executions}, v1 {@code openOrders}.
 *
 * @param <T> the type of its value
 */
public final class OrderAttribute<T> {
  private static final List<OrderAttribute<?>> ALL = new ArrayList<>();

  /** The id that the client chose. */
  public static final OrderAttribute<String> CLIENT_ORDER_ID = text("client_order_id");

  /** The number that the client chose; absent if it chose none (0 on the wire). */
  public static final OrderAttribute<Integer> USER_REFERENCE =
      new OrderAttribute<>("user_reference", Integer.class);

  /** The pair. */
  public static final OrderAttribute<Pair> PAIR = new OrderAttribute<>("pair", Pair.class);

  /** Buy or sell. */
  public static final OrderAttribute<Side> SIDE = new OrderAttribute<>("side", Side.class);

  /** The kind of order. */
  public static final OrderAttribute<OrderType> TYPE =
      new OrderAttribute<>("order_type", OrderType.class);

  /** How much was ordered, base currency. */
  public static final OrderAttribute<BigDecimal> QUANTITY = number("quantity");

  /** How much was ordered, quote currency, if the order was made so. */
  public static final OrderAttribute<BigDecimal> CASH_QUANTITY = number("cash_quantity");

  /** The part of an iceberg order that is shown, base currency. */
  public static final OrderAttribute<BigDecimal> DISPLAY_QUANTITY = number("display_quantity");

  /** What is left of the shown part, base currency. */
  public static final OrderAttribute<BigDecimal> DISPLAY_REMAINING = number("display_remaining");

  /** The limit price. */
  public static final OrderAttribute<OrderPrice> LIMIT_PRICE = price("limit_price");

  /** How long it lives. */
  public static final OrderAttribute<TimeInForce> TIME_IN_FORCE =
      new OrderAttribute<>("time_in_force", TimeInForce.class);

  /** Never to take liquidity. */
  public static final OrderAttribute<Boolean> POST_ONLY = flag("post_only");

  /** To reduce a position alone; v2 only. */
  public static final OrderAttribute<Boolean> REDUCE_ONLY = flag("reduce_only");

  /** Can be funded on margin. */
  public static final OrderAttribute<Boolean> MARGIN = flag("margin");

  /** The leverage, for example {@code 5:1}; v1 only. */
  public static final OrderAttribute<String> LEVERAGE = text("leverage");

  /** Without market price protection; deprecated by Kraken. */
  public static final OrderAttribute<Boolean> NO_PRICE_PROTECTION = flag("no_price_protection");

  /** The currency fees are taken in. */
  public static final OrderAttribute<FeePreference> FEE_PREFERENCE =
      new OrderAttribute<>("fee_preference", FeePreference.class);

  /** When it was placed. */
  public static final OrderAttribute<Instant> OPENED = time("opened");

  /** When it was changed last. */
  public static final OrderAttribute<Instant> UPDATED = time("updated");

  /** When it becomes live, if that was scheduled. */
  public static final OrderAttribute<Instant> EFFECTIVE_TIME = time("effective_time");

  /** When it expires. */
  public static final OrderAttribute<Instant> EXPIRE_TIME = time("expire_time");

  /** How much has traded so far, base currency. */
  public static final OrderAttribute<BigDecimal> EXECUTED_QUANTITY = number("executed_quantity");

  /** What has traded so far is worth, quote currency. */
  public static final OrderAttribute<BigDecimal> EXECUTED_COST = number("executed_cost");

  /** The average price of what has traded, quote currency. */
  public static final OrderAttribute<BigDecimal> AVERAGE_PRICE = number("average_price");

  /** Fees so far, quote currency; v1 only. */
  public static final OrderAttribute<BigDecimal> FEE = number("fee");

  /** Fees so far, US dollars; v2 only. */
  public static final OrderAttribute<BigDecimal> FEE_USD = number("fee_usd");

  /** Why it was cancelled, amended or restated, in Kraken's own words. */
  public static final OrderAttribute<String> REASON = text("reason");

  /** It was amended. */
  public static final OrderAttribute<Boolean> AMENDED = flag("amended");

  /** It was liquidated by the engine. */
  public static final OrderAttribute<Boolean> LIQUIDATED = flag("liquidated");

  /** What the order does to a margin position, for example {@code opened}; v2 only. */
  public static final OrderAttribute<String> POSITION_STATUS = text("position_status");

  /** The position it belongs to; v1 only. */
  public static final OrderAttribute<String> POSITION_ID = text("position_id");

  /** The order that created this one, by conditional close. */
  public static final OrderAttribute<String> PARENT_ID = text("parent_id");

  /** The order that this one creates for each fill. */
  public static final OrderAttribute<ConditionalClose> CONDITIONAL_CLOSE =
      new OrderAttribute<>("conditional_close", ConditionalClose.class);

  /** The trigger price as it was asked for. */
  public static final OrderAttribute<OrderPrice> TRIGGER_PRICE = price("trigger_price");

  /** What trips the trigger; v2 only. */
  public static final OrderAttribute<TriggerReference> TRIGGER_REFERENCE =
      new OrderAttribute<>("trigger_reference", TriggerReference.class);

  /** Where the trigger is now, quote currency. */
  public static final OrderAttribute<BigDecimal> TRIGGER_ACTUAL_PRICE =
      number("trigger_actual_price");

  /** The peak or trough that a trailing stop follows, quote currency; v2 only. */
  public static final OrderAttribute<BigDecimal> TRIGGER_PEAK_PRICE = number("trigger_peak_price");

  /** The reference price when it was tripped, quote currency; v2 only. */
  public static final OrderAttribute<BigDecimal> TRIGGER_LAST_PRICE = number("trigger_last_price");

  /** Whether it was tripped. */
  public static final OrderAttribute<Boolean> TRIGGERED = flag("triggered");

  /** When it was tripped; v2 only. */
  public static final OrderAttribute<Instant> TRIGGERED_AT = time("triggered_at");

  /** The trader within an institution. */
  public static final OrderAttribute<String> SENDER_SUB_ID = text("sender_sub_id");

  /** A partner's id of the order. */
  public static final OrderAttribute<String> EXTERNAL_ID = text("external_id");

  /** The account, in the feed of a master account; v2 only. */
  public static final OrderAttribute<String> USER = text("user");

  /** The order in Kraken's words; v1 only. */
  public static final OrderAttribute<String> DESCRIPTION = text("description");

  /** The conditional close in Kraken's words; v1 only. */
  public static final OrderAttribute<String> CLOSE_DESCRIPTION = text("close_description");

  /** Kraken's remarks, a comma list such as {@code stopped,partial}; v1 only. */
  public static final OrderAttribute<String> REMARKS = text("remarks");

  private final String name;
  private final Class<T> type;

  private OrderAttribute(String name, Class<T> type) {
    this.name = name;
    this.type = type;
    ALL.add(this);
  }

  private static OrderAttribute<String> text(String name) {
    return new OrderAttribute<>(name, String.class);
  }

  private static OrderAttribute<BigDecimal> number(String name) {
    return new OrderAttribute<>(name, BigDecimal.class);
  }

  private static OrderAttribute<OrderPrice> price(String name) {
    return new OrderAttribute<>(name, OrderPrice.class);
  }

  private static OrderAttribute<Boolean> flag(String name) {
    return new OrderAttribute<>(name, Boolean.class);
  }

  private static OrderAttribute<Instant> time(String name) {
    return new OrderAttribute<>(name, Instant.class);
  }

  /**
   * All attributes.
   *
   * @return in the order they are declared
   */
  public static List<OrderAttribute<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  /**
   * The name, the same for both versions.
   *
   * @return for example {@code limit_price}
   */
  public String name() {
    return name;
  }

  /**
   * The type of the value.
   *
   * @return for example {@link BigDecimal}
   */
  public Class<T> type() {
    return type;
  }

  @Override
  public String toString() {
    return name;
  }
}
