package io.krakenspot.testkit.exchange.internal.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.session.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a private REST call, from either form of its body. */
final class CallBody {
  private CallBody() {}

  static Map<String, String> read(@Nullable String contentType, String body) {
    boolean json = contentType != null && contentType.startsWith("application/json");
    return json ? json(body) : form(body);
  }

  private static Map<String, String> json(String body) {
    Map<String, String> values = new HashMap<>();
    ObjectNode object = Json.readObject(body);
    if (object != null) {
      object.properties().forEach(one -> values.put(one.getKey(), one.getValue().asText()));
    }
    return values;
  }

  private static Map<String, String> form(String body) {
    Map<String, String> values = new HashMap<>();
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        values.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
      }
    }
    return values;
  }

  /** What is badly encoded stands for nothing. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
