package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonToken;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderAttributes;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.port.OrderReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order of {@code openOrders}: all of it, or the fields that changed. */
final class OrderItem {
  private final String id;
  private final FrameReader in;
  private final ItemValues values;
  private final OrderAttributes.Builder attributes = OrderAttributes.builder();
  private List<String> flags = List.of();
  private List<String> remarks = List.of();
  private @Nullable String status;
  private @Nullable BigDecimal volume;
  private @Nullable BigDecimal executed;
  private @Nullable BigDecimal limit;
  private @Nullable BigDecimal rateCount;
  private @Nullable Instant opened;
  private @Nullable Instant updated;
  private @Nullable Boolean amended;
  private @Nullable String amendReason;
  private @Nullable String cancelReason;

  private OrderItem(String id, FrameReader in) {
    this.id = id;
    this.in = in;
    this.values = new ItemValues(in);
  }

  static OrderItem read(String id, FrameReader in) throws IOException {
    OrderItem item = new OrderItem(id, in);
    in.expectNext(JsonToken.START_OBJECT, "an order");
    for (String name = in.nextField(); name != null; name = in.nextField()) {
      item.field(name);
    }
    item.putRest();
    return item;
  }

  String id() {
    return id;
  }

  /** The exchange's trading-rate counter, if it told it here. */
  @Nullable BigDecimal rateCount() {
    return rateCount;
  }

  OrderReport report(boolean snapshot) {
    OrderUpdate.Kind kind = snapshot ? OrderUpdate.Kind.SNAPSHOT : kind();
    boolean begins = kind == OrderUpdate.Kind.PENDING || kind == OrderUpdate.Kind.OPENED;
    Instant time = updated == null && begins ? opened : updated;
    return new OrderReport(kind, id, orderStatus(), attributes.build(), time);
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "status" -> status = values.text("a status");
      case "vol" -> volume = values.decimal("a volume");
      case "vol_exec" -> executed = values.decimal("an executed volume");
      case "limitprice" -> limit = values.amount("a limit price");
      case "oflags" -> flags = list(values.text("order flags"));
      case "opentm" -> opened = values.time("the time of opening");
      case "lastupdated" -> updated = values.time("the time of the change");
      case "cancel_reason" -> cancelReason = values.text("a reason");
      case "amended" -> amended = values.flag("whether amended");
      case "amend_reason" -> amendReason = values.text("a reason");
      case "ratecount" -> rateCount = values.decimal("a rate count");
      case "descr" -> OrderDescription.read(in, attributes);
      case "misc" -> remarks(values.text("remarks"));
      default -> plainField(name);
    }
  }

  private void plainField(String name) throws IOException {
    switch (name) {
      case "userref" -> attributes.put(OrderAttribute.USER_REFERENCE, values.userReference());
      case "cl_ord_id" -> putText(OrderAttribute.CLIENT_ORDER_ID);
      case "ext_ord_id" -> putText(OrderAttribute.EXTERNAL_ID);
      case "refid" -> putText(OrderAttribute.PARENT_ID);
      case "sender_sub_id" -> putText(OrderAttribute.SENDER_SUB_ID);
      case "cost" -> putDecimal(OrderAttribute.EXECUTED_COST);
      case "fee" -> putDecimal(OrderAttribute.FEE);
      case "avg_price" -> putDecimal(OrderAttribute.AVERAGE_PRICE);
      case "display_volume_remain" -> putDecimal(OrderAttribute.DISPLAY_REMAINING);
      case "display_volume" ->
          attributes.put(OrderAttribute.DISPLAY_QUANTITY, values.amount("a shown volume"));
      case "stopprice" ->
          attributes.put(OrderAttribute.TRIGGER_ACTUAL_PRICE, values.amount("a stop price"));
      case "starttm" -> attributes.put(OrderAttribute.EFFECTIVE_TIME, values.time("a start time"));
      case "expiretm" -> attributes.put(OrderAttribute.EXPIRE_TIME, values.time("an expiry time"));
      case "timeinforce" -> attributes.put(OrderAttribute.TIME_IN_FORCE, timeInForce());
      case "margin" -> attributes.put(OrderAttribute.MARGIN, values.flag("whether on margin"));
      case "contingent" ->
          attributes.put(OrderAttribute.CONDITIONAL_CLOSE, ContingentOrder.read(in));
      default -> in.skipUnknownField();
    }
  }

  private void putText(OrderAttribute<String> attribute) throws IOException {
    attributes.put(attribute, values.text(attribute.name()));
  }

  private void putDecimal(OrderAttribute<BigDecimal> attribute) throws IOException {
    attributes.put(attribute, values.decimal(attribute.name()));
  }

  private void remarks(@Nullable String text) {
    remarks = list(text);
    attributes.put(OrderAttribute.REMARKS, text);
  }

  private @Nullable TimeInForce timeInForce() throws IOException {
    String text = values.text("a time in force");
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

  /** What takes more than one field to tell; a limit in force says more than the one asked for. */
  private void putRest() {
    boolean cash = flags.contains("viqc");
    attributes
        .put(cash ? OrderAttribute.CASH_QUANTITY : OrderAttribute.QUANTITY, volume)
        .put(OrderAttribute.EXECUTED_QUANTITY, executed)
        .put(OrderAttribute.LIMIT_PRICE, limit == null ? null : OrderPrice.of(limit))
        .put(OrderAttribute.OPENED, opened)
        .put(OrderAttribute.UPDATED, updated)
        .put(OrderAttribute.AMENDED, amended)
        .put(OrderAttribute.REASON, cancelReason == null ? amendReason : cancelReason)
        .put(OrderAttribute.POST_ONLY, trueIf(flags.contains("post")))
        .put(OrderAttribute.NO_PRICE_PROTECTION, trueIf(flags.contains("nompp")))
        .put(OrderAttribute.FEE_PREFERENCE, feePreference())
        .put(OrderAttribute.LIQUIDATED, trueIf(remarks.contains("liquidation")))
        .put(
            OrderAttribute.TRIGGERED,
            trueIf(remarks.contains("stopped") || remarks.contains("touched")));
  }

  private @Nullable FeePreference feePreference() {
    if (flags.contains("fcib")) {
      return FeePreference.BASE;
    }
    return flags.contains("fciq") ? FeePreference.QUOTE : null;
  }

  private @Nullable OrderStatus orderStatus() {
    if (status == null) {
      return hasTraded() ? OrderStatus.PARTIALLY_FILLED : null;
    }
    return switch (status) {
      case "pending" -> OrderStatus.PENDING;
      case "open" ->
          hasTraded() || remarks.contains("partial")
              ? OrderStatus.PARTIALLY_FILLED
              : OrderStatus.NEW;
      case "closed" -> OrderStatus.FILLED;
      case "canceled" -> OrderStatus.CANCELED;
      case "expired" -> OrderStatus.EXPIRED;
      default -> OrderStatus.UNKNOWN;
    };
  }

  /** v1 does not say what happened, only what is different now. */
  private OrderUpdate.Kind kind() {
    if (status == null) {
      return kindOfChange();
    }
    return switch (status) {
      case "pending" -> OrderUpdate.Kind.PENDING;
      case "open" -> wasAmended() ? kindOfChange() : OrderUpdate.Kind.OPENED;
      case "closed" -> OrderUpdate.Kind.FILLED;
      case "canceled" -> OrderUpdate.Kind.CANCELED;
      case "expired" -> OrderUpdate.Kind.EXPIRED;
      default -> OrderUpdate.Kind.CHANGED;
    };
  }

  private OrderUpdate.Kind kindOfChange() {
    if (amendReason != null) {
      boolean byEngine = Boolean.FALSE.equals(amended);
      return byEngine ? OrderUpdate.Kind.RESTATED : OrderUpdate.Kind.AMENDED;
    } else if (wasAmended()) {
      return OrderUpdate.Kind.AMENDED;
    }
    return hasTraded() ? OrderUpdate.Kind.TRADED : OrderUpdate.Kind.CHANGED;
  }

  private boolean wasAmended() {
    return amendReason != null || Boolean.TRUE.equals(amended);
  }

  private boolean hasTraded() {
    return executed != null && executed.signum() > 0;
  }

  private static @Nullable Boolean trueIf(boolean condition) {
    return condition ? Boolean.TRUE : null;
  }

  private static List<String> list(@Nullable String commas) {
    return commas == null ? List.of() : Arrays.asList(commas.split(",", -1));
  }
}
