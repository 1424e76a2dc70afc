package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.session.Channel;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Parameter;
import io.krakenspot.testkit.exchange.internal.session.Subscription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a request ask for, apart from the symbols.
 *
 * @param channel the channel
 * @param parameter depth, minutes, or place of the trigger in {@link #TRIGGERS}
 * @param snapshot whether to begin with a snapshot
 * @param error why it is refused; null if it is not
 */
record V2Terms(Channel channel, int parameter, boolean snapshot, @Nullable String error) {
  static final int ON_BEST_PRICE = 1;

  private static final List<String> TRIGGERS = List.of("trades", "bbo");

  static V2Terms of(Channel channel, ObjectNode params) {
    Parameter parameter = parameter(channel, params);
    JsonNode snapshot = params.get("snapshot");
    boolean wanted = snapshot == null ? channel != Channel.TRADE : snapshot.booleanValue();
    return new V2Terms(channel, parameter.value(), wanted, error(parameter, snapshot));
  }

  private static @Nullable String error(Parameter parameter, @Nullable JsonNode snapshot) {
    return snapshot == null || snapshot.isBoolean()
        ? parameter.error()
        : "Snapshot field must be a boolean";
  }

  private static Parameter parameter(Channel channel, ObjectNode params) {
    return switch (channel) {
      case BOOK -> Parameter.depth(params.get("depth"));
      case OHLC -> Parameter.interval(params.get("interval"));
      case TICKER -> trigger(params.path("event_trigger").asText(TRIGGERS.get(0)));
      default -> Parameter.NONE;
    };
  }

  private static Parameter trigger(String name) {
    int place = TRIGGERS.indexOf(name);
    return new Parameter(place, place < 0 ? "Subscription event_trigger not supported" : null);
  }

  /** What an acknowledgement says. */
  ObjectNode result(Subscription subscription, boolean ofSubscribe) {
    ObjectNode result = Json.object().put("channel", channel.wireName());
    switch (channel) {
      case BOOK -> result.put("depth", parameter);
      case OHLC -> result.put("interval", parameter);
      case TICKER -> result.put("event_trigger", TRIGGERS.get(parameter));
      default -> {}
    }
    if (ofSubscribe) {
      result.put("snapshot", snapshot);
    }
    result.put("symbol", subscription.pair().pair().toString());
    if (ofSubscribe && channel == Channel.OHLC) {
      result.putArray("warnings").add("timestamp is deprecated, use interval_begin");
    }
    return result;
  }
}
