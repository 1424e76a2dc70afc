package io.krakenspot.testkit.exchange.internal.session;

import io.krakenspot.testkit.exchange.internal.engine.CloseTerms;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.engine.OrderPrice;
import io.krakenspot.testkit.exchange.internal.engine.OrderRequest;
import io.krakenspot.testkit.exchange.internal.engine.OrderType;
import io.krakenspot.testkit.exchange.internal.engine.TriggerTerms;
import io.krakenspot.testkit.exchange.internal.market.PairSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order in words and in the two prices of v1 and REST, for example {@code buy 0.01000000
 * XBTUSD @ limit 30120.5}.
 */
public final class OrderText {
  private final OrderRequest request;
  private final BigDecimal quantity;
  private final @Nullable OrderPrice limit;
  private final @Nullable OrderPrice trigger;
  private final String pair;
  private final int decimals;

  private OrderText(
      OrderRequest request,
      BigDecimal quantity,
      @Nullable OrderPrice limit,
      @Nullable OrderPrice trigger,
      String pair,
      int decimals) {
    this.request = request;
    this.quantity = quantity;
    this.limit = limit;
    this.trigger = trigger;
    this.pair = pair;
    this.decimals = decimals;
  }

  /**
   * Describes an order as it is now.
   *
   * @param order any
   * @param pair its name, which depends on who reads it
   * @param decimals of prices
   * @return the words
   */
  public static OrderText of(EngineOrder order, String pair, int decimals) {
    OrderRequest request = order.request();
    BigDecimal limit = order.limitPrice();
    return new OrderText(
        request,
        order.quantity(),
        limit == null ? request.limitPrice() : OrderPrice.of(limit),
        order.trigger() == null ? null : order.trigger().terms().price(),
        pair,
        decimals);
  }

  /**
   * Describes an order that is asked for.
   *
   * @param request any
   * @param pair its name, which depends on who reads it
   * @param decimals of prices
   * @return the words
   */
  public static OrderText of(OrderRequest request, String pair, int decimals) {
    BigDecimal base = request.quantity();
    BigDecimal cash = request.cashQuantity();
    TriggerTerms terms = request.trigger();
    BigDecimal quantity = base != null ? base : cash != null ? cash : BigDecimal.ZERO;
    return new OrderText(
        request,
        quantity,
        request.limitPrice(),
        terms == null ? null : terms.price(),
        pair,
        decimals);
  }

  /**
   * The name of a type.
   *
   * @param type any
   * @return for example {@code stop-loss-limit}
   */
  public static String type(OrderType type) {
    return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The whole order.
   *
   * @param marketPrice whether a market order has a price of zero, as in the feed of v1
   * @return for example {@code sell 1.00000000 XBTUSD @ stop-loss-limit 29500.0 -> limit 29450.0}
   */
  public String sentence(boolean marketPrice) {
    String side = request.side().name().toLowerCase(Locale.ROOT);
    String amount = quantity.setScale(PairSpec.QUANTITY_DECIMALS, RoundingMode.HALF_UP).toString();
    String prices = marketPrice || request.type() != OrderType.MARKET ? " " + prices() : "";
    String leverage = request.margin() ? " with " + leverage() + " leverage" : "";
    return side + " " + amount + " " + pair + " @ " + type(request.type()) + prices + leverage;
  }

  private String prices() {
    return trigger != null && limit != null ? price() + " -> limit " + price2() : price();
  }

  /**
   * The limit of a limit order, or the trigger of a triggered one.
   *
   * @return zero if it has neither
   */
  public String price() {
    return text(trigger == null ? limit : trigger);
  }

  /**
   * The limit of a triggered order.
   *
   * @return zero if it has none
   */
  public String price2() {
    return text(trigger == null ? null : limit);
  }

  /**
   * How much is borrowed.
   *
   * @return for example {@code 5:1}; null if nothing is
   */
  public @Nullable String leverage() {
    return request.margin() ? request.leverage() + ":1" : null;
  }

  /**
   * The closing order in words.
   *
   * @return null if there is none
   */
  public @Nullable String close() {
    CloseTerms close = request.close();
    if (close == null) {
      return null;
    }
    OrderPrice first = close.triggerPrice() == null ? close.limitPrice() : close.triggerPrice();
    String second =
        close.triggerPrice() != null && close.limitPrice() != null
            ? " -> limit " + text(close.limitPrice())
            : "";
    return "close position @ " + type(close.type()) + " " + text(first) + second;
  }

  /**
   * A price, or a distance with its sign.
   *
   * @param price null for zero
   * @return for example {@code 29500.0}, {@code +150.0} or {@code -2%}
   */
  public String text(@Nullable OrderPrice price) {
    if (price == null) {
      return BigDecimal.ZERO.setScale(decimals).toPlainString();
    }
    if (price.kind() == OrderPrice.Kind.PCT) {
      return sign(price) + price.value().toPlainString() + "%";
    }
    String digits = price.value().setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    return price.kind() == OrderPrice.Kind.STATIC ? digits : sign(price) + digits;
  }

  private static String sign(OrderPrice distance) {
    return distance.value().signum() < 0 ? "" : "+";
  }
}
