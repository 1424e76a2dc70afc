package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The field names that requests of v2 may have; others are refused. */
final class V2Fields {
  private static final Map<String, Set<String>> OF_CHANNEL =
      Map.of(
          "ticker", Set.of("channel", "symbol", "snapshot", "event_trigger"),
          "book", Set.of("channel", "symbol", "snapshot", "depth"),
          "ohlc", Set.of("channel", "symbol", "snapshot", "interval"),
          "trade", Set.of("channel", "symbol", "snapshot"),
          "instrument",
              Set.of("channel", "snapshot", "include_tokenized_assets", "execution_venue"));

  private V2Fields() {}

  static @Nullable String unsupported(ObjectNode request, String method) {
    return unsupported(
        request,
        method.equals("ping") ? Set.of("method", "req_id") : Set.of("method", "params", "req_id"),
        method);
  }

  static @Nullable String unsupported(String channel, ObjectNode params, String method) {
    return unsupported(params, OF_CHANNEL.getOrDefault(channel, Set.of("channel")), method);
  }

  private static @Nullable String unsupported(
      ObjectNode object, Set<String> allowed, String method) {
    Iterator<String> names = object.fieldNames();
    List<String> unknown = new ArrayList<>();
    names.forEachRemaining(unknown::add);
    unknown.removeAll(allowed);
    return unknown.isEmpty()
        ? null
        : "Unsupported field: '" + unknown.get(0) + "' for the given msg type: " + method;
  }
}
