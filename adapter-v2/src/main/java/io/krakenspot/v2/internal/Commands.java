package io.krakenspot.v2.internal;

import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderKey;
import io.krakenspot.port.Command;
import io.krakenspot.port.Token;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes trading requests, and knows the methods they are called by. */
final class Commands {
  private Commands() {}

  static String method(Command.Kind kind) {
    return switch (kind) {
      case PLACE -> "add_order";
      case PLACE_BATCH -> "batch_add";
      case AMEND -> "amend_order";
      case EDIT -> "edit_order";
      case CANCEL -> "cancel_order";
      case CANCEL_BATCH -> "batch_cancel";
      case CANCEL_ALL -> "cancel_all";
      case CANCEL_ALL_AFTER -> "cancel_all_orders_after";
    };
  }

  /** Null if the method is not one of a command. */
  static Command.@Nullable Kind kind(String method) {
    for (Command.Kind kind : Command.Kind.values()) {
      if (method(kind).equals(method)) {
        return kind;
      }
    }
    return null;
  }

  static String write(long requestId, Command command, Token token, Instant now) {
    return FieldWriter.request(
        method(command.kind()),
        requestId,
        params -> {
          write(command, now, params);
          params.text("token", token.text());
        });
  }

  private static void write(Command command, Instant now, FieldWriter to) throws IOException {
    if (command instanceof Command.Place place) {
      place(place.order(), now, to);
    } else if (command instanceof Command.PlaceBatch place) {
      batch(place.batch(), now, to);
    } else if (command instanceof Command.Amend amend) {
      amend(amend, now, to);
    } else if (command instanceof Command.Edit edit) {
      edit(edit.change(), now, to);
    } else if (command instanceof Command.Cancel cancel) {
      cancel(cancel.order(), to);
    } else if (command instanceof Command.CancelBatch cancel) {
      cancelBatch(cancel.orders(), to);
    } else if (command instanceof Command.CancelAllAfter after) {
      to.whole("timeout", Math.toIntExact(after.timeout().toSeconds()));
    }
  }

  private static void place(NewOrder order, Instant now, FieldWriter to) throws IOException {
    to.text("symbol", order.pair().toString());
    new OrderFields(order).write(to);
    deadline(order.deadline(), now, to);
    to.mark("validate", order.validateOnly());
  }

  private static void batch(OrderBatch batch, Instant now, FieldWriter to) throws IOException {
    to.text("symbol", batch.pair().toString());
    to.objects("orders", batch.orders().stream().map(OrderFields::new).toList());
    deadline(batch.deadline(), now, to);
    to.mark("validate", batch.validateOnly());
  }

  private static void amend(Command.Amend amend, Instant now, FieldWriter to) throws IOException {
    AmendOrder change = amend.change();
    if (change.order() instanceof OrderKey.Id id) {
      to.text("order_id", id.orderId());
    } else if (change.order() instanceof OrderKey.ClientId id) {
      to.text("cl_ord_id", id.clientOrderId());
    }
    to.text("symbol", change.pair() == null ? null : change.pair().toString());
    to.number("order_qty", change.quantity());
    to.number("display_qty", change.displayQuantity());
    to.price("limit_price", change.limit(), OrderFields.isLimitADistance(amend.type()));
    to.price("trigger_price", change.trigger(), false);
    to.mark("post_only", change.postOnly());
    deadline(change.deadline(), now, to);
  }

  private static void edit(EditOrder change, Instant now, FieldWriter to) throws IOException {
    to.text("order_id", change.orderId());
    to.text("symbol", change.pair().toString());
    to.number("order_qty", change.quantity());
    to.price("limit_price", change.limit(), false);
    OrderFields.triggers(change.trigger(), to);
    to.number("display_qty", change.displayQuantity());
    to.whole("order_userref", change.userReference());
    to.mark("post_only", change.postOnly());
    to.mark("reduce_only", change.reduceOnly());
    to.word("fee_preference", change.feePreference());
    deadline(change.deadline(), now, to);
    to.mark("validate", change.validateOnly());
  }

  private static void cancel(OrderKey order, FieldWriter to) throws IOException {
    if (order instanceof OrderKey.Id id) {
      to.texts("order_id", List.of(id.orderId()));
    } else if (order instanceof OrderKey.ClientId id) {
      to.texts("cl_ord_id", List.of(id.clientOrderId()));
    } else if (order instanceof OrderKey.UserReference reference) {
      to.onlyWhole("order_userref", reference.userReference());
    }
  }

  /** The list of {@code orders} is required, so it is sent even if only client ids are left. */
  private static void cancelBatch(List<OrderKey> orders, FieldWriter to) throws IOException {
    List<String> ids = new ArrayList<>();
    List<String> clientIds = new ArrayList<>();
    for (OrderKey order : orders) {
      if (order instanceof OrderKey.Id id) {
        ids.add(id.orderId());
      } else if (order instanceof OrderKey.ClientId id) {
        clientIds.add(id.clientOrderId());
      } else if (order instanceof OrderKey.UserReference reference) {
        ids.add(Integer.toString(reference.userReference()));
      }
    }
    to.texts("orders", ids);
    if (!clientIds.isEmpty()) {
      to.texts("cl_ord_id", clientIds);
    }
  }

  private static void deadline(@Nullable Duration deadline, Instant now, FieldWriter to)
      throws IOException {
    to.milliseconds("deadline", deadline == null ? null : now.plus(deadline));
  }
}
