package io.krakenspot.testkit.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.krakenspot.port.VirtualLoop;
import java.util.ArrayList;
import java.util.List;

/** An account with clients in memory on virtual time. */
final class Trader {
  static final String KEY = "made-up-key";
  static final String SECRET = "bWFkZSB1cCBmb3IgdGVzdHMgb25seQ==";

  final VirtualLoop loop = new VirtualLoop();
  final Exchange exchange =
      Exchange.builder(loop).seed(3).eventsPerSecond(0).account(KEY, SECRET).open();
  final String token = exchange.token(KEY);

  /** Connects a client and forgets the greeting. */
  TestClient connect(Path path) {
    TestClient client = new TestClient(exchange, loop, path);
    client.texts();
    return client;
  }

  /** A v2 request; parameters without token. */
  String v2(String method, String params) {
    String comma = params.isEmpty() ? "" : ",";
    return "{'method':'%s','req_id':7,'params':{%s%s'token':'%s'}}"
        .formatted(method, params, comma, token);
  }

  /** A v1 request; fields without token. */
  String v1(String event, String fields) {
    String comma = fields.isEmpty() ? "" : ",";
    return "{'event':'%s','reqid':7,%s%s'token':'%s'}".formatted(event, fields, comma, token);
  }

  /** A v1 subscription of a private channel. */
  String v1Subscribe(String subscription) {
    return "{'event':'subscribe','reqid':8,'subscription':{%s,'token':'%s'}}"
        .formatted(subscription, token);
  }

  /** What a client hears of a request. */
  static List<JsonNode> ask(TestClient client, String request) {
    return client.ask(request).stream().map(Wire::read).toList();
  }

  /** The rows of all messages of a channel, in order. */
  static List<JsonNode> rows(List<JsonNode> frames, String channel) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode frame : frames) {
      if (frame.path("channel").asText().equals(channel)) {
        frame.get("data").forEach(rows::add);
      }
    }
    return rows;
  }

  AccountAudit audit() {
    loop.run();
    return exchange.audit(KEY);
  }
}
