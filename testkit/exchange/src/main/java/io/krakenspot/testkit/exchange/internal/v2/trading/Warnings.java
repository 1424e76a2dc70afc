package io.krakenspot.testkit.exchange.internal.v2.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Advice about deprecated fields, which stands in the result of a request that has them. */
final class Warnings {
  private static final Map<String, String> DEPRECATED =
      new TreeMap<>(
          Map.of(
              "stop_price", "stop_price is deprecated, use triggers.price",
              "trigger", "trigger is deprecated use triggers.reference",
              "no_mpp", "no_mpp is deprecated",
              "price", "price is deprecated, use limit_price"));

  private Warnings() {}

  static ObjectNode add(ObjectNode result, V2Params params) {
    List<String> texts = new ArrayList<>();
    DEPRECATED.forEach(
        (name, text) -> {
          if (params.has(name)) {
            texts.add(text);
          }
        });
    if (!texts.isEmpty()) {
      texts.forEach(result.putArray("warnings")::add);
    }
    return result;
  }
}
