package io.krakenspot.testkit.exchange.internal.v1.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.v1.wire.V1Text;

/** The answers to one trading request, named after it. */
final class V1Answer {
  private final Client client;
  private final ObjectNode request;
  private final String event;

  V1Answer(Client client, ObjectNode request) {
    this.client = client;
    this.request = request;
    this.event = request.path("event").asText() + "Status";
  }

  /** Done; the given fields come first. */
  void done(ObjectNode fields) {
    ObjectNode message = V1Text.echo(fields.put("event", event), request).put("status", "ok");
    client.answer(() -> message);
  }

  void refused(String text) {
    client.count(Entry.REFUSALS);
    ObjectNode message = Json.object().put("errorMessage", text).put("event", event);
    boolean named = text.startsWith("Unsupported field") && request.path("pair").isTextual();
    if (named) {
      message.put("pair", request.path("pair").asText());
    }
    V1Text.echo(message, request).put("status", "error");
    client.answer(() -> message);
  }
}
