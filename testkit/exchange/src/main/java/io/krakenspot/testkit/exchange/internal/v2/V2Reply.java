package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answers to one request; its id is echoed as it came. */
final class V2Reply {
  private final Client client;
  private final ObjectNode request;
  private final Instant in;

  V2Reply(Client client, ObjectNode request) {
    this.client = client;
    this.request = request;
    this.in = client.venue().stamp();
  }

  void pong() {
    finish(message("pong"));
  }

  void granted(ObjectNode result) {
    ObjectNode message = message(method());
    message.set("result", result);
    finish(message.put("success", true));
  }

  void refused(String text) {
    refused(text, null);
  }

  void refused(String text, @Nullable String symbol) {
    refused(text, method(), symbol);
  }

  void refused(String text, String method, @Nullable String symbol) {
    client.count(Entry.REFUSALS);
    ObjectNode message = message(method).put("success", false).put("error", text);
    if (symbol != null) {
      message.put("symbol", symbol);
    }
    finish(message);
  }

  /** A token that nobody knows, in the shape recorded in 2026. */
  void refusedSession(String text, String channel) {
    client.count(Entry.REFUSALS);
    finish(
        message(method())
            .put("channel", channel)
            .put("error", text)
            .put("status", "error")
            .put("success", false));
  }

  private String method() {
    return request.path("method").asText("error");
  }

  private ObjectNode message(String method) {
    ObjectNode message = Json.object().put("method", method);
    JsonNode id = request.get("req_id");
    if (id != null && id.isIntegralNumber()) {
      message.set("req_id", id);
    }
    return message;
  }

  private void finish(ObjectNode message) {
    String out = V2Time.micros(client.venue().stamp());
    client.send(message.put("time_in", V2Time.micros(in)).put("time_out", out));
  }
}
