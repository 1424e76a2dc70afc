package io.krakenspot.v2.internal;

import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.Trigger;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What an order to be placed has of its own, alone or in a batch. */
record OrderFields(NewOrder order) implements FieldWriter.Fields {
  @Override
  public void write(FieldWriter to) throws IOException {
    to.text("order_type", order.type().wireName());
    to.word("side", order.side());
    to.number("order_qty", order.quantity());
    to.number("cash_order_qty", order.cashQuantity());
    to.price("limit_price", order.limit(), isLimitADistance(order.type()));
    triggers(order.trigger(), to);
    to.word("time_in_force", order.timeInForce());
    to.mark("margin", order.margin());
    to.mark("post_only", order.postOnly());
    to.mark("reduce_only", order.reduceOnly());
    to.seconds("effective_time", order.effectiveTime());
    to.seconds("expire_time", order.expireTime());
    to.text("cl_ord_id", order.clientOrderId());
    to.whole("order_userref", order.userReference());
    conditional(order.conditionalClose(), to);
    to.number("display_qty", order.displayQuantity());
    to.word("fee_preference", order.feePreference());
    to.word("stp_type", order.selfTradePrevention());
    to.text("sender_sub_id", order.senderSubId());
  }

  static void triggers(@Nullable Trigger trigger, FieldWriter to) throws IOException {
    if (trigger != null) {
      to.object(
          "triggers",
          triggers -> {
            triggers.word("reference", trigger.reference());
            triggers.price("price", trigger.price(), true);
          });
    }
  }

  private static void conditional(@Nullable ConditionalClose close, FieldWriter to)
      throws IOException {
    if (close != null) {
      to.object(
          "conditional",
          conditional -> {
            conditional.text("order_type", close.type().wireName());
            conditional.price("trigger_price", close.trigger(), false);
            conditional.price("limit_price", close.limit(), isLimitADistance(close.type()));
          });
    }
  }

  /** Whether a limit price without a type would not be taken for a price. */
  static boolean isLimitADistance(@Nullable OrderType type) {
    return type == OrderType.TRAILING_STOP_LIMIT;
  }
}
