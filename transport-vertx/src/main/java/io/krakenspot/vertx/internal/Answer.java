package io.krakenspot.vertx.internal;

import io.krakenspot.failure.MalformedFrameException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The envelope that every REST answer comes in. Source: Kraken REST responses and errors.
 *
 * @param method for example {@code QueryOrders}
 * @param errors Kraken's own texts, without warnings
 * @param given the result; null if there is none or it is no object
 */
record Answer(String method, List<String> errors, @Nullable JsonObject given) {
  private static final int LONGEST = 200;

  static Answer read(String method, byte[] body) {
    if (parsed(body) instanceof JsonObject envelope
        && envelope.getValue("error") instanceof JsonArray errors) {
      return new Answer(
          method,
          errors.stream().map(Answer::line).filter(error -> !error.startsWith("W")).toList(),
          envelope.getValue("result") instanceof JsonObject result ? result : null);
    }
    throw malformed(method, "is no JSON object with a list of errors");
  }

  /** What the parser says of it is not passed on, for it may quote the answer. */
  private static @Nullable Object parsed(byte[] body) {
    try {
      return Json.decodeValue(Buffer.buffer(body));
    } catch (DecodeException e) {
      return null;
    }
  }

  private static String line(Object error) {
    return String.valueOf(error).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  /** Hides what a text may repeat of the request. */
  Answer hiding(String secret) {
    return new Answer(
        method, errors.stream().map(error -> error.replace(secret, "[hidden]")).toList(), given);
  }

  /** Kraken's own texts for people; cut only after secrets are hidden, or half of one stays. */
  String words() {
    String all = String.join(", ", errors);
    return all.substring(0, Math.min(LONGEST, all.length()));
  }

  boolean says(String error) {
    return errors.stream().anyMatch(each -> each.startsWith(error));
  }

  JsonObject result() {
    if (!errors.isEmpty()) {
      throw Refusal.of(this);
    }
    if (given == null) {
      throw malformed("has no result");
    }
    return given;
  }

  MalformedFrameException malformed(String what) {
    return malformed(method, what);
  }

  private static MalformedFrameException malformed(String method, String what) {
    return new MalformedFrameException("the answer to " + method + " " + what);
  }

  /** Says nothing of the result, which may hold a token. */
  @Override
  public String toString() {
    return method + " " + errors;
  }
}
