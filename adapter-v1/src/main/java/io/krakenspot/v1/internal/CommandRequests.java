package io.krakenspot.v1.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.krakenspot.market.Pair;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.OrderKey;
import io.krakenspot.port.Command;
import io.krakenspot.port.Token;
import java.io.IOException;
import java.time.Instant;

/** Trading requests. The token stands in each of them; numbers are texts. */
final class CommandRequests {
  private CommandRequests() {}

  static String write(long requestId, Command command, Token token, Instant now) {
    if (command instanceof Command.Place place) {
      return request(
          "addOrder", requestId, token, json -> PlaceFields.write(json, place.order(), now));
    } else if (command instanceof Command.Amend amend) {
      return request("amendOrder", requestId, token, json -> writeAmend(json, amend.change(), now));
    } else if (command instanceof Command.Edit edit) {
      return request("editOrder", requestId, token, json -> writeEdit(json, edit.change()));
    } else if (command instanceof Command.Cancel cancel) {
      return request("cancelOrder", requestId, token, json -> writeKey(json, cancel.order()));
    } else if (command instanceof Command.CancelAll) {
      return request("cancelAll", requestId, token, json -> {});
    } else if (command instanceof Command.CancelAllAfter after) {
      long seconds = after.timeout().toSeconds();
      return request(
          "cancelAllOrdersAfter",
          requestId,
          token,
          json -> json.writeNumberField("timeout", seconds));
    }
    throw new IllegalArgumentException("v1 has no " + command.kind());
  }

  private static String request(
      String event, long requestId, Token token, RequestText.Fields fields) {
    return RequestText.of(
        event,
        requestId,
        json -> {
          json.writeStringField("token", token.text());
          fields.write(json);
        });
  }

  private static void writeAmend(JsonGenerator json, AmendOrder change, Instant now)
      throws IOException {
    Pair pair = change.pair();
    boolean byClient = change.order() instanceof OrderKey.ClientId;
    RequestText.text(json, byClient ? "cl_ord_id" : "txid", wire(change.order()));
    RequestText.text(json, "pair", pair == null ? null : Names.wire(pair));
    RequestText.number(json, "volume", change.quantity());
    RequestText.number(json, "display_volume", change.displayQuantity());
    RequestText.text(json, "limit_price", change.limit());
    RequestText.text(json, "trigger_price", change.trigger());
    RequestText.flag(json, "post_only", change.postOnly());
    RequestText.text(json, "deadline", WireTime.deadline(now, change.deadline()));
  }

  /** A limit alone is the price of a limit order; with a trigger, that is the price. */
  private static void writeEdit(JsonGenerator json, EditOrder change) throws IOException {
    var trigger = change.trigger();
    RequestText.text(json, "orderid", change.orderId());
    RequestText.text(json, "pair", Names.wire(change.pair()));
    RequestText.number(json, "volume", change.quantity());
    RequestText.text(json, "price", trigger == null ? change.limit() : trigger.price());
    RequestText.text(json, "price2", trigger == null ? null : change.limit());
    RequestText.text(json, "oflags", change.postOnly() ? "post" : null);
    RequestText.text(json, "newuserref", change.userReference());
    RequestText.text(json, "validate", change.validateOnly() ? "true" : null);
  }

  private static void writeKey(JsonGenerator json, OrderKey order) throws IOException {
    boolean byClient = order instanceof OrderKey.ClientId;
    RequestText.list(json, byClient ? "cl_ord_id" : "txid", wire(order));
  }

  private static String wire(OrderKey order) {
    if (order instanceof OrderKey.Id id) {
      return id.orderId();
    } else if (order instanceof OrderKey.ClientId id) {
      return id.clientOrderId();
    }
    return String.valueOf(((OrderKey.UserReference) order).userReference());
  }
}
