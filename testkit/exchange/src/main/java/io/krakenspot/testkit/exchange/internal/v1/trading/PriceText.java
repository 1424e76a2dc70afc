package io.krakenspot.testkit.exchange.internal.v1.trading;

import io.krakenspot.market.Side;
import io.krakenspot.market.Trade;
import io.krakenspot.testkit.exchange.internal.engine.OrderPrice;
import io.krakenspot.testkit.exchange.internal.engine.OrderPrice.Kind;
import io.krakenspot.testkit.exchange.internal.engine.OrderType;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads prices of v1, which may be relative: {@code +5}, {@code -2%}, {@code #1%}. */
final class PriceText {
  private final MarketPair pair;
  private final Side side;

  PriceText(MarketPair pair, Side side) {
    this.pair = pair;
    this.side = side;
  }

  /** A price or a distance as it stands there. */
  @Nullable OrderPrice read(String name, @Nullable String text, OrderType type) {
    if (text == null) {
      return null;
    }
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1) : text;
    char sign = number.isEmpty() ? ' ' : number.charAt(0);
    if (sign != '+' && sign != '-' && sign != '#') {
      return percent ? refuse(name) : OrderPrice.of(V1Params.decimal(name, number));
    }
    BigDecimal amount = V1Params.decimal(name, number.substring(1));
    boolean down = sign == '-' || (sign == '#' && below(type));
    return new OrderPrice(down ? amount.negate() : amount, percent ? Kind.PCT : Kind.QUOTE);
  }

  private static OrderPrice refuse(String name) {
    throw Refusal.argument(name);
  }

  /** Where {@code #} leads: stops to the bad side of the market, all else to the good one. */
  private boolean below(OrderType type) {
    boolean stop = type == OrderType.STOP_LOSS || type == OrderType.STOP_LOSS_LIMIT;
    return !type.trailing() && stop == (side == Side.SELL);
  }

  /** An absolute price: a distance is counted from the last trade, to the nearest tick. */
  @Nullable OrderPrice fixed(String name, @Nullable String text, OrderType type) {
    OrderPrice price = read(name, text, type);
    if (price == null || price.kind() == Kind.STATIC) {
      return price;
    }
    BigDecimal last = last();
    BigDecimal distance =
        price.kind() == Kind.PCT ? last.multiply(price.value()).movePointLeft(2) : price.value();
    int decimals = pair.spec().priceDecimals();
    return OrderPrice.of(last.add(distance).setScale(decimals, RoundingMode.HALF_UP));
  }

  private BigDecimal last() {
    List<Trade> trades = pair.trades();
    return trades.get(trades.size() - 1).price();
  }
}
