package io.krakenspot.testkit.exchange.internal.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Subscription;
import io.krakenspot.testkit.exchange.internal.v1.wire.V1Text;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Event messages of v1; request ids are echoed as they came. */
final class V1Messages {
  private static final String VERSION = "1.9.6";

  private V1Messages() {}

  static ObjectNode systemStatus(@Nullable BigInteger connectionId, String state) {
    ObjectNode message = Json.object();
    if (connectionId != null) {
      message.put("connectionID", connectionId);
    }
    return message.put("event", "systemStatus").put("status", state).put("version", VERSION);
  }

  static ObjectNode heartbeat() {
    return Json.object().put("event", "heartbeat");
  }

  static ObjectNode pong(ObjectNode request) {
    return V1Text.echo(Json.object().put("event", "pong"), request);
  }

  static ObjectNode error(String text, @Nullable ObjectNode request) {
    return V1Text.echo(Json.object().put("errorMessage", text).put("event", "error"), request);
  }

  /** An answer to a trading request. */
  static ObjectNode requestError(String text, String event, ObjectNode request) {
    ObjectNode message = Json.object().put("errorMessage", text).put("event", event + "Status");
    return V1Text.echo(message, request).put("status", "error");
  }

  static ObjectNode unknownEvent(ObjectNode request) {
    ObjectNode message =
        Json.object().put("errorMessage", "Event(s) not found").put("event", "subscriptionStatus");
    return V1Text.echo(message, request).put("status", "error");
  }

  static ObjectNode granted(String status, Subscription subscription, ObjectNode request) {
    ObjectNode message =
        Json.object()
            .put("channelID", V1Names.channelId(subscription))
            .put("channelName", V1Names.channelName(subscription))
            .put("event", "subscriptionStatus")
            .put("pair", subscription.pair().spec().v1Name());
    V1Text.echo(message, request).put("status", status).set("subscription", terms(subscription));
    return message;
  }

  /** Of a private channel. */
  static ObjectNode granted(
      String status, String channel, ObjectNode subscription, ObjectNode request) {
    ObjectNode message =
        Json.object().put("channelName", channel).put("event", "subscriptionStatus");
    V1Text.echo(message, request).put("status", status).set("subscription", subscription);
    return message;
  }

  private static ObjectNode terms(Subscription subscription) {
    ObjectNode terms = Json.object();
    switch (subscription.channel()) {
      case BOOK -> terms.put("depth", subscription.parameter());
      case OHLC -> terms.put("interval", subscription.parameter());
      default -> {}
    }
    return terms.put("name", subscription.channel().wireName());
  }

  static ObjectNode refused(String text, @Nullable String pair, ObjectNode request) {
    ObjectNode message = Json.object().put("errorMessage", text).put("event", "subscriptionStatus");
    if (pair != null) {
      message.put("pair", pair);
    }
    V1Text.echo(message, request).put("status", "error");
    if (request.get("subscription") instanceof ObjectNode asked) {
      message.set("subscription", asked);
    }
    return message;
  }
}
