package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.session.Json;
import java.math.BigInteger;

/** Status and heartbeats of v2. */
final class V2Messages {
  private static final String VERSION = "2.0.10";

  private V2Messages() {}

  static ObjectNode status(BigInteger connectionId, String state) {
    ObjectNode message = V2Data.message("status", "update");
    message
        .putArray("data")
        .addObject()
        .put("version", VERSION)
        .put("system", state)
        .put("api_version", "v2")
        .put("connection_id", connectionId);
    return message;
  }

  static ObjectNode heartbeat() {
    return Json.object().put("channel", "heartbeat");
  }
}
