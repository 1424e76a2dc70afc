package io.krakenspot.testkit.exchange.internal.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.session.Json;

/**
 * An answer of REST in Kraken's envelope.
 *
 * @param status of HTTP
 * @param body JSON
 */
public record RestAnswer(int status, String body) {
  static RestAnswer result(ObjectNode result) {
    ObjectNode envelope = Json.object();
    envelope.putArray("error");
    envelope.set("result", result);
    return new RestAnswer(200, Json.write(envelope));
  }

  static RestAnswer error(int status, String text) {
    ObjectNode envelope = Json.object();
    envelope.putArray("error").add(text);
    return new RestAnswer(status, Json.write(envelope));
  }
}
