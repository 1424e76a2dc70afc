package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.market.PairSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the terms of an order make sense, whoever places it. Each check gives an error or null.
 */
final class Terms {
  private static final BigDecimal SLICES = BigDecimal.valueOf(15);
  private static final Duration LONGEST_LIFE = Duration.ofDays(31);
  private static final Pattern CLIENT_ID =
      Pattern.compile(
          "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32}|[ -~]{1,18}");

  private final PairDesk desk;
  private final OrderRequest request;
  private final Instant now;

  private Terms(PairDesk desk, OrderRequest request, Instant now) {
    this.desk = desk;
    this.request = request;
    this.now = now;
  }

  static @Nullable String error(PairDesk desk, OrderRequest request, Instant now) {
    Terms terms = new Terms(desk, request, now);
    return first(
        deadline(request.deadline(), now),
        terms.names(),
        terms.amount(),
        terms.limit(),
        terms.trigger(),
        terms.display(),
        terms.times(),
        terms.flags(),
        terms.close());
  }

  static @Nullable String first(@Nullable String... errors) {
    for (String error : errors) {
      if (error != null) {
        return error;
      }
    }
    return null;
  }

  private static @Nullable String unless(boolean good, String error) {
    return good ? null : error;
  }

  private static @Nullable String argument(boolean good, String detail) {
    return good ? null : Errors.arguments(detail);
  }

  /** At most a minute ahead, and not over. */
  static @Nullable String deadline(@Nullable Instant deadline, Instant now) {
    if (deadline == null) {
      return null;
    }
    return first(
        unless(deadline.isAfter(now), Errors.DEADLINE),
        argument(!deadline.isAfter(now.plusSeconds(60)), "deadline"));
  }

  private @Nullable String names() {
    return first(name(request.clientId()), senderName(request.senderSubId()));
  }

  private @Nullable String name(@Nullable String clientId) {
    return clientId == null
        ? null
        : first(
            argument(CLIENT_ID.matcher(clientId).matches(), "cl_ord_id"),
            argument(request.userref() == null && request.close() == null, "cl_ord_id"));
  }

  private static @Nullable String senderName(@Nullable String senderSubId) {
    return argument(
        senderSubId == null || CLIENT_ID.matcher(senderSubId).matches(), "sender_sub_id");
  }

  private @Nullable String amount() {
    BigDecimal cash = request.cashQuantity();
    BigDecimal quantity = request.quantity();
    if (cash != null) {
      boolean plainBuy =
          request.type() == OrderType.MARKET && request.side() == Side.BUY && !request.margin();
      return first(
          argument(plainBuy && quantity == null, "cash_order_qty"),
          unless(cash.compareTo(PairSpec.MINIMUM_COST) >= 0, Errors.COST));
    }
    return quantity == null ? Errors.arguments("order_qty") : quantity(desk, quantity);
  }

  static @Nullable String quantity(PairDesk desk, BigDecimal quantity) {
    return first(
        argument(quantity.signum() > 0, "volume minimum not met"),
        argument(digits(quantity) <= PairSpec.QUANTITY_DECIMALS, "order_qty"),
        unless(quantity.compareTo(desk.pair.spec().minimumQuantity()) >= 0, Errors.MINIMUM));
  }

  private static int digits(BigDecimal number) {
    return Math.max(0, number.stripTrailingZeros().scale());
  }

  private @Nullable String limit() {
    OrderPrice limit = request.limitPrice();
    OrderType type = request.type();
    if (limit == null || !type.limited()) {
      return argument((limit != null) == type.limited(), "limit_price");
    }
    if (type.trailing()) {
      return argument(!limit.isStatic(), "limit_price_type");
    }
    BigDecimal price = limit.from(desk.pair.lastPrice());
    return first(
        limit.isStatic() ? price(desk, price) : null,
        band(desk, request.side(), price),
        cost(price));
  }

  /** Whether a price stands on a tick. */
  static @Nullable String price(PairDesk desk, BigDecimal price) {
    return first(
        unless(price.signum() > 0, Errors.PRICE),
        unless(digits(price) <= desk.pair.spec().priceDecimals(), Errors.TICK));
  }

  /** Nobody buys dearer, or sells cheaper, than the market could ever be. */
  static @Nullable String band(PairDesk desk, Side side, BigDecimal price) {
    boolean sane =
        side == Side.BUY
            ? price.signum() > 0 && price.compareTo(desk.highest()) <= 0
            : price.compareTo(desk.lowest()) >= 0;
    return unless(sane, Errors.PRICE);
  }

  private @Nullable String cost(BigDecimal price) {
    BigDecimal quantity = request.quantity();
    return quantity == null ? null : cost(quantity, price);
  }

  static @Nullable String cost(BigDecimal quantity, BigDecimal price) {
    return unless(quantity.multiply(price).compareTo(PairSpec.MINIMUM_COST) >= 0, Errors.COST);
  }

  private @Nullable String trigger() {
    TriggerTerms trigger = request.trigger();
    if (trigger == null) {
      return argument(!request.type().triggered(), "triggers");
    }
    return first(
        argument(request.type().triggered(), "triggers"),
        trigger(desk, request.type(), trigger.price()));
  }

  static @Nullable String trigger(PairDesk desk, OrderType type, OrderPrice price) {
    if (type.trailing()) {
      BigDecimal last = desk.pair.lastPrice();
      boolean near = price.distance(last).compareTo(last) < 0;
      return first(
          argument(!price.isStatic(), "trigger_price_type"),
          unless(price.value().signum() > 0 && near, Errors.PRICE));
    }
    return price.isStatic()
        ? price(desk, price.value())
        : unless(price.from(desk.pair.lastPrice()).signum() > 0, Errors.PRICE);
  }

  private @Nullable String display() {
    BigDecimal display = request.displayQuantity();
    BigDecimal quantity = request.quantity();
    boolean iceberg = request.type() == OrderType.ICEBERG;
    if (display == null || quantity == null || !iceberg) {
      return argument((display != null) == iceberg, "display_qty");
    }
    return display(display, quantity);
  }

  /** At least a fifteenth, at most all. */
  static @Nullable String display(BigDecimal display, BigDecimal quantity) {
    boolean enough = display.multiply(SLICES).compareTo(quantity) >= 0;
    return argument(
        enough && display.compareTo(quantity) <= 0 && digits(display) <= 8, "display_qty");
  }

  private @Nullable String times() {
    Instant end = request.expireTime();
    Instant start = request.effectiveTime();
    boolean dated = request.timeInForce() == TimeInForce.GTD;
    if (end == null) {
      return argument(!dated, "expire_time");
    }
    boolean inTime = end.isAfter(now) && !end.isAfter(now.plus(LONGEST_LIFE));
    boolean ordered = start == null || start.isBefore(end);
    return argument(dated && inTime && ordered, "expire_time");
  }

  private @Nullable String flags() {
    boolean stays =
        request.timeInForce() == TimeInForce.GTC || request.timeInForce() == TimeInForce.GTD;
    boolean limited = request.type().limited();
    return first(
        argument(!fok() || limited, "timeinforce"),
        argument(stays || fok() || request.type() != OrderType.ICEBERG, "timeinforce"),
        argument(!request.postOnly() || (limited && stays), "post_only"));
  }

  private boolean fok() {
    return request.timeInForce() == TimeInForce.FOK;
  }

  private @Nullable String close() {
    CloseTerms close = request.close();
    if (close == null) {
      return null;
    }
    OrderType type = close.type();
    boolean known = (type == OrderType.LIMIT || type.triggered());
    boolean complete =
        (close.limitPrice() != null) == type.limited()
            && (close.triggerPrice() != null) == type.triggered();
    OrderPrice trigger = close.triggerPrice();
    return first(
        argument(known && complete, "conditional"),
        trigger == null ? null : trigger(desk, type, trigger),
        closeLimit(close));
  }

  private @Nullable String closeLimit(CloseTerms close) {
    OrderPrice limit = close.limitPrice();
    if (limit == null || close.type().trailing()) {
      return limit == null ? null : argument(!limit.isStatic(), "conditional");
    }
    return first(
        limit.isStatic() ? price(desk, limit.value()) : null,
        band(desk, Sides.opposite(request.side()), limit.from(desk.pair.lastPrice())));
  }
}
