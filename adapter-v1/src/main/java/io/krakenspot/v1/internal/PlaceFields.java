package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.SelfTradePrevention;
import io.krakenspot.order.Trigger;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The fields of {@code addOrder}. */
final class PlaceFields {
  private PlaceFields() {}

  static void write(JsonGenerator json, NewOrder order, Instant now) throws IOException {
    BigDecimal cash = order.cashQuantity();
    Trigger trigger = order.trigger();
    RequestText.text(json, "pair", Names.wire(order.pair()));
    RequestText.text(json, "type", order.side().name().toLowerCase(Locale.ROOT));
    RequestText.text(json, "ordertype", order.type().wireName());
    RequestText.number(json, "volume", cash == null ? order.quantity() : cash);
    writePrices(json, "", order.type(), trigger == null ? null : trigger.price(), order.limit());
    writeFlags(json, order);
    writeTimes(json, order, now);
    writeIds(json, order);
    writeClose(json, order.conditionalClose());
    RequestText.text(json, "validate", order.validateOnly() ? "true" : null);
  }

  /** The price is what the order waits for first: its trigger or else its limit. */
  private static void writePrices(
      JsonGenerator json,
      String owner,
      OrderType type,
      @Nullable OrderPrice trigger,
      @Nullable OrderPrice limit)
      throws IOException {
    RequestText.text(json, name(owner, "price"), type.triggered() ? trigger : limit);
    RequestText.text(json, name(owner, "price2"), type.triggered() ? limit : null);
  }

  /** A leverage means margin already. */
  private static void writeFlags(JsonGenerator json, NewOrder order) throws IOException {
    StringJoiner flags = new StringJoiner(",");
    FeePreference fee = order.feePreference();
    if (order.postOnly()) {
      flags.add("post");
    }
    if (fee != null) {
      flags.add(fee == FeePreference.BASE ? "fcib" : "fciq");
    }
    if (order.cashQuantity() != null) {
      flags.add("viqc");
    }
    RequestText.text(json, "oflags", flags.length() == 0 ? null : flags);
    RequestText.text(json, "leverage", order.leverage());
    RequestText.flag(json, "margin", order.margin() && order.leverage() == null);
    RequestText.flag(json, "reduce_only", order.reduceOnly());
  }

  private static void writeTimes(JsonGenerator json, NewOrder order, Instant now)
      throws IOException {
    RequestText.text(json, "timeinforce", order.timeInForce());
    RequestText.text(json, "starttm", seconds(order.effectiveTime()));
    RequestText.text(json, "expiretm", seconds(order.expireTime()));
    RequestText.text(json, "deadline", WireTime.deadline(now, order.deadline()));
  }

  private static void writeIds(JsonGenerator json, NewOrder order) throws IOException {
    SelfTradePrevention prevention = order.selfTradePrevention();
    RequestText.text(json, "cl_ord_id", order.clientOrderId());
    RequestText.text(json, "userref", order.userReference());
    RequestText.text(json, "sender_sub_id", order.senderSubId());
    RequestText.text(
        json, "stp_type", prevention == null ? null : prevention.name().toLowerCase(Locale.ROOT));
  }

  private static void writeClose(JsonGenerator json, @Nullable ConditionalClose close)
      throws IOException {
    if (close != null) {
      RequestText.text(json, name("close", "ordertype"), close.type().wireName());
      writePrices(json, "close", close.type(), close.trigger(), close.limit());
    }
  }

  /** Flat names with brackets: {@code close[price]}. */
  private static String name(String owner, String field) {
    return owner.isEmpty() ? field : owner + "[" + field + "]";
  }

  private static @Nullable Long seconds(@Nullable Instant time) {
    return time == null ? null : time.getEpochSecond();
  }
}
