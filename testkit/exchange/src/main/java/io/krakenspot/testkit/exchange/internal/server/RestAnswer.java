package io.krakenspot.testkit.exchange.internal.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.DoorAnswer;
import io.krakenspot.testkit.exchange.RestFault;
import io.krakenspot.testkit.exchange.internal.session.Json;

/**
 * An answer of REST in Kraken's envelope.
 *
 * @param status of HTTP; zero for no answer
 * @param body JSON
 */
public record RestAnswer(int status, String body) {
  /** No answer. */
  static final RestAnswer HANG = new RestAnswer(0, "");

  /** What a call brings instead of its answer. */
  static RestAnswer of(RestFault fault) {
    return switch (fault) {
      case RATE_LIMIT -> error(200, "EAPI:Rate limit exceeded");
      case LOCKOUT -> error(200, "EGeneral:Temporary lockout");
      case INVALID_NONCE -> error(200, "EAPI:Invalid nonce");
      case TOO_MANY -> new RestAnswer(429, "");
      case UNAVAILABLE -> new RestAnswer(503, "");
      case PAGE -> new RestAnswer(200, DoorAnswer.PAGE.body());
      case GARBAGE -> new RestAnswer(200, "{\"error\":[],\"resu");
      case HANG -> HANG;
    };
  }

  String contentType() {
    return body.startsWith("<") ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
  }

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
