package io.krakenspot.testkit.exchange.internal.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.session.Channel;
import io.krakenspot.testkit.exchange.internal.session.Parameter;
import io.krakenspot.testkit.exchange.internal.session.Subscription;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the subscription object of a request asks for.
 *
 * @param name as given; {@code *} asks for every channel
 * @param topics the channels, each with its parameter
 * @param error why it is refused; null if it is not
 */
record V1Terms(String name, List<Topic> topics, @Nullable String error) {
  private static final Set<String> PRIVATE = Set.of("ownTrades", "openOrders");
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "depth",
          "interval",
          "token",
          "snapshot",
          "consolidate_taker",
          "ratecounter",
          "rebased");

  /** A channel with its parameter. */
  record Topic(Channel channel, int parameter) {}

  static V1Terms of(@Nullable JsonNode subscription) {
    if (!(subscription instanceof ObjectNode asked)) {
      return refused("", "Subscription field must be an object");
    }
    String name = asked.path("name").asText();
    for (Iterator<String> fields = asked.fieldNames(); fields.hasNext(); ) {
      if (!FIELDS.contains(fields.next())) {
        return refused(name, "Subscription object unsupported field");
      }
    }
    return name.equals("*")
        ? everything()
        : Channel.of(name)
            .map(channel -> of(channel, asked))
            .orElseGet(() -> refused(name, PRIVATE.contains(name) ? null : Texts.NAME_INVALID));
  }

  private static V1Terms everything() {
    return new V1Terms(
        "*", Arrays.stream(Channel.values()).map(V1Terms::withDefault).toList(), null);
  }

  private static Topic withDefault(Channel channel) {
    return new Topic(channel, parameter(channel, null, null).value());
  }

  private static V1Terms of(Channel channel, ObjectNode asked) {
    Parameter parameter = parameter(channel, asked.get("depth"), asked.get("interval"));
    String error = parameter.error() == null ? misplaced(channel, asked) : parameter.error();
    return new V1Terms(channel.wireName(), List.of(new Topic(channel, parameter.value())), error);
  }

  private static Parameter parameter(
      Channel channel, @Nullable JsonNode depth, @Nullable JsonNode interval) {
    return switch (channel) {
      case BOOK -> Parameter.depth(depth);
      case OHLC -> Parameter.interval(interval);
      default -> Parameter.NONE;
    };
  }

  private static @Nullable String misplaced(Channel channel, ObjectNode asked) {
    if (asked.has("depth") && channel != Channel.BOOK) {
      return "Subscription " + channel.wireName() + " doesn't require depth";
    }
    if (asked.has("interval") && channel != Channel.OHLC) {
      return "Subscription " + channel.wireName() + " doesn't require interval";
    }
    return null;
  }

  private static V1Terms refused(String name, @Nullable String error) {
    return new V1Terms(name, List.of(), error);
  }

  boolean everyChannel() {
    return name.equals("*");
  }

  boolean covers(Subscription subscription) {
    return topics.contains(new Topic(subscription.channel(), subscription.parameter()));
  }

  boolean isPrivate() {
    return PRIVATE.contains(name);
  }

  /** Whether something is wrong with the request as a whole, not with one of its pairs. */
  boolean unusable() {
    return topics.isEmpty();
  }
}
