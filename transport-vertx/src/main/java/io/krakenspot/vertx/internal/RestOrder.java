package io.krakenspot.vertx.internal;

import static io.krakenspot.order.OrderAttribute.AMENDED;
import static io.krakenspot.order.OrderAttribute.AVERAGE_PRICE;
import static io.krakenspot.order.OrderAttribute.CASH_QUANTITY;
import static io.krakenspot.order.OrderAttribute.CLIENT_ORDER_ID;
import static io.krakenspot.order.OrderAttribute.CLOSE_DESCRIPTION;
import static io.krakenspot.order.OrderAttribute.DESCRIPTION;
import static io.krakenspot.order.OrderAttribute.DISPLAY_QUANTITY;
import static io.krakenspot.order.OrderAttribute.DISPLAY_REMAINING;
import static io.krakenspot.order.OrderAttribute.EFFECTIVE_TIME;
import static io.krakenspot.order.OrderAttribute.EXECUTED_COST;
import static io.krakenspot.order.OrderAttribute.EXECUTED_QUANTITY;
import static io.krakenspot.order.OrderAttribute.EXPIRE_TIME;
import static io.krakenspot.order.OrderAttribute.EXTERNAL_ID;
import static io.krakenspot.order.OrderAttribute.FEE;
import static io.krakenspot.order.OrderAttribute.FEE_PREFERENCE;
import static io.krakenspot.order.OrderAttribute.LEVERAGE;
import static io.krakenspot.order.OrderAttribute.LIMIT_PRICE;
import static io.krakenspot.order.OrderAttribute.LIQUIDATED;
import static io.krakenspot.order.OrderAttribute.MARGIN;
import static io.krakenspot.order.OrderAttribute.NO_PRICE_PROTECTION;
import static io.krakenspot.order.OrderAttribute.OPENED;
import static io.krakenspot.order.OrderAttribute.PAIR;
import static io.krakenspot.order.OrderAttribute.PARENT_ID;
import static io.krakenspot.order.OrderAttribute.POSITION_ID;
import static io.krakenspot.order.OrderAttribute.POST_ONLY;
import static io.krakenspot.order.OrderAttribute.QUANTITY;
import static io.krakenspot.order.OrderAttribute.REASON;
import static io.krakenspot.order.OrderAttribute.REDUCE_ONLY;
import static io.krakenspot.order.OrderAttribute.REMARKS;
import static io.krakenspot.order.OrderAttribute.SENDER_SUB_ID;
import static io.krakenspot.order.OrderAttribute.SIDE;
import static io.krakenspot.order.OrderAttribute.TIME_IN_FORCE;
import static io.krakenspot.order.OrderAttribute.TRIGGER_ACTUAL_PRICE;
import static io.krakenspot.order.OrderAttribute.TRIGGER_PRICE;
import static io.krakenspot.order.OrderAttribute.TRIGGER_REFERENCE;
import static io.krakenspot.order.OrderAttribute.TYPE;
import static io.krakenspot.order.OrderAttribute.UPDATED;
import static io.krakenspot.order.OrderAttribute.USER_REFERENCE;

import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.PriceType;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.TriggerReference;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an order of the exchange's records. Source: Kraken REST {@code QueryOrders}. */
final class RestOrder {
  private static final Pattern PRICE = Pattern.compile("([+-]?)(\\d{1,30}(?:\\.\\d{1,30})?)(%?)");

  private final Row order;
  private final Row words;
  private final OrderAttributes.Builder attributes = OrderAttributes.builder();

  private RestOrder(Row order) {
    this.order = order;
    this.words = order.row("descr");
  }

  static Order read(String id, Row row) {
    RestOrder reading = new RestOrder(row);
    reading.names();
    reading.terms();
    reading.flags();
    reading.prices();
    reading.progress();
    return new Order(id, reading.status(), reading.attributes.build());
  }

  private OrderStatus status() {
    String status = order.text("status");
    if (status == null) {
      throw order.answer().malformed("has an order without a status");
    }
    return switch (status) {
      case "pending" -> OrderStatus.PENDING;
      case "open" ->
          order.amount("vol_exec") == null ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
      case "closed" -> OrderStatus.FILLED;
      case "canceled" -> OrderStatus.CANCELED;
      case "expired" -> OrderStatus.EXPIRED;
      default -> OrderStatus.UNKNOWN;
    };
  }

  private void names() {
    attributes
        .put(CLIENT_ORDER_ID, order.text("cl_ord_id"))
        .put(USER_REFERENCE, order.integer("userref"))
        .put(EXTERNAL_ID, order.text("ext_ord_id"))
        .put(SENDER_SUB_ID, order.text("sender_sub_id"))
        .put(PARENT_ID, order.text("refid"))
        .put(POSITION_ID, words.text("position"))
        .put(PAIR, pair(words.text("pair")));
  }

  private void terms() {
    attributes
        .put(SIDE, side(words.text("type")))
        .put(TYPE, type())
        .put(LEVERAGE, leverage(words.text("leverage")))
        .put(TIME_IN_FORCE, timeInForce(order.text("timeinforce")))
        .put(EFFECTIVE_TIME, order.time("starttm"))
        .put(EXPIRE_TIME, order.time("expiretm"))
        .put(DISPLAY_QUANTITY, order.amount("display_volume"))
        .put(DISPLAY_REMAINING, order.number("display_volume_remain"))
        .put(DESCRIPTION, words.text("order"))
        .put(CLOSE_DESCRIPTION, words.text("close"));
  }

  private void flags() {
    Set<String> flags = list(order.text("oflags"));
    Set<String> remarks = list(order.text("misc"));
    attributes
        .put(flags.contains("viqc") ? CASH_QUANTITY : QUANTITY, order.number("vol"))
        .put(POST_ONLY, only(flags.contains("post")))
        .put(NO_PRICE_PROTECTION, only(flags.contains("nompp")))
        .put(FEE_PREFERENCE, flags.contains("fcib") ? FeePreference.BASE : null)
        .put(FEE_PREFERENCE, flags.contains("fciq") ? FeePreference.QUOTE : null)
        .put(LIQUIDATED, only(remarks.contains("liquidation") || remarks.contains("liquidated")))
        .put(REMARKS, order.text("misc"))
        .put(MARGIN, order.flag("margin"))
        .put(REDUCE_ONLY, order.flag("reduce_only"))
        .put(AMENDED, order.flag("amended"));
  }

  private void prices() {
    OrderType type = type();
    if (type == null) {
      return;
    }
    OrderPrice first = price(words.text("price"));
    OrderPrice second = price(words.text("price2"));
    BigDecimal triggered = order.amount("limitprice");
    attributes
        .put(TRIGGER_PRICE, type.triggered() ? first : null)
        .put(TRIGGER_ACTUAL_PRICE, order.amount("stopprice"))
        .put(TRIGGER_REFERENCE, reference(order.text("trigger")))
        .put(LIMIT_PRICE, type.limited() ? type.triggered() ? second : first : null)
        .put(LIMIT_PRICE, triggered == null ? null : OrderPrice.of(triggered));
  }

  private void progress() {
    attributes
        .put(OPENED, order.time("opentm"))
        .put(UPDATED, order.time("closetm"))
        .put(EXECUTED_QUANTITY, order.number("vol_exec"))
        .put(EXECUTED_COST, order.number("cost"))
        .put(FEE, order.number("fee"))
        .put(AVERAGE_PRICE, order.number("price"))
        .put(REASON, order.text("reason"));
  }

  private @Nullable OrderType type() {
    String type = words.text("ordertype");
    return type == null ? null : OrderType.of(type);
  }

  /** Without a slash nobody can say where the base ends: {@code XBTPYUSD}. */
  private static @Nullable Pair pair(@Nullable String name) {
    try {
      return name == null || name.indexOf('/') < 0 ? null : Pair.of(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Side side(@Nullable String type) {
    if (type == null) {
      return null;
    }
    return switch (type) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default -> null;
    };
  }

  private static @Nullable String leverage(@Nullable String text) {
    return "none".equals(text) ? null : text;
  }

  private static @Nullable TimeInForce timeInForce(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "GTC" -> TimeInForce.GTC;
      case "GTD" -> TimeInForce.GTD;
      case "IOC" -> TimeInForce.IOC;
      case "FOK" -> TimeInForce.FOK;
      default -> TimeInForce.UNKNOWN;
    };
  }

  private static @Nullable TriggerReference reference(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "last" -> TriggerReference.LAST;
      case "index" -> TriggerReference.INDEX;
      default -> null;
    };
  }

  /** For example {@code 62710.5}, {@code +150} or {@code -2%}; zero stands for none. */
  private static @Nullable OrderPrice price(@Nullable String text) {
    Matcher parts = PRICE.matcher(text == null ? "" : text);
    if (!parts.matches()) {
      return null;
    }
    BigDecimal number = new BigDecimal(parts.group(2));
    if (number.signum() == 0) {
      return null;
    }
    boolean percent = parts.group(3).equals("%");
    boolean away = !parts.group(1).isEmpty();
    return new OrderPrice(
        parts.group(1).equals("-") ? number.negate() : number,
        percent ? PriceType.PERCENT : away ? PriceType.QUOTE : PriceType.STATIC);
  }

  private static Set<String> list(@Nullable String commaList) {
    return commaList == null ? Set.of() : Set.copyOf(Arrays.asList(commaList.split(",", -1)));
  }

  private static @Nullable Boolean only(boolean set) {
    return set ? Boolean.TRUE : null;
  }
}
