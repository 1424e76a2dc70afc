package io.krakenspot.testkit.exchange.internal.v2.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answers to one request; its id is echoed as it came. */
public final class V2Reply {
  private final Client client;
  private final ObjectNode request;
  private final Instant in;

  /**
   * Begins to answer.
   *
   * @param client who asked
   * @param request what
   */
  public V2Reply(Client client, ObjectNode request) {
    this.client = client;
    this.request = request;
    this.in = client.venue().stamp();
  }

  /** Answers a ping. */
  public void pong() {
    finish(message("pong"));
  }

  /**
   * Answers that it is done.
   *
   * @param result what came of it
   */
  public void granted(JsonNode result) {
    ObjectNode message = message(method());
    message.set("result", result);
    message.put("success", true);
    if (method().equals("subscribe")) {
      client.acknowledge(() -> timed(message));
    } else {
      finish(message);
    }
  }

  /**
   * Answers that it is done, with a field beside {@code method} and without a result.
   *
   * @param name of the field
   * @param value of the field
   */
  public void granted(String name, int value) {
    ObjectNode message = Json.object().put("method", method()).put(name, value);
    finish(echo(message).put("success", true));
  }

  /**
   * Answers that some of a batch is done.
   *
   * @param rows one for each, in order
   */
  public void partly(ArrayNode rows) {
    client.count(Entry.REFUSALS);
    ObjectNode message = message(method());
    message.set("result", rows);
    finish(message.put("success", false));
  }

  /**
   * Answers that it is refused.
   *
   * @param text why
   */
  public void refused(String text) {
    refused(text, null);
  }

  /**
   * Answers that it is refused for one symbol.
   *
   * @param text why
   * @param symbol which; null if the refusal is of none
   */
  public void refused(String text, @Nullable String symbol) {
    refused(text, method(), symbol);
  }

  /**
   * Answers that it is refused, in the name of another method.
   *
   * @param text why
   * @param method what stands in {@code method}
   * @param symbol which; null if the refusal is of none
   */
  public void refused(String text, String method, @Nullable String symbol) {
    client.count(Entry.REFUSALS);
    ObjectNode message = message(method).put("success", false).put("error", text);
    if (symbol != null) {
      message.put("symbol", symbol);
    }
    finish(message);
  }

  /**
   * A token that nobody knows, in the shape recorded in 2026.
   *
   * @param text why
   * @param channel that was asked for
   */
  public void refusedSession(String text, String channel) {
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
    return echo(Json.object().put("method", method));
  }

  private ObjectNode echo(ObjectNode message) {
    JsonNode id = request.get("req_id");
    if (id != null && id.isIntegralNumber()) {
      message.set("req_id", id);
    }
    return message;
  }

  private void finish(ObjectNode message) {
    client.answer(() -> timed(message));
  }

  private ObjectNode timed(ObjectNode message) {
    return message
        .put("time_in", V2Time.micros(in))
        .put("time_out", V2Time.micros(client.venue().stamp()));
  }
}
