package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Reply;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import java.util.Set;

/** Private requests of v2: the place where accounts will answer. There are none yet. */
final class V2Private {
  private static final Set<String> CHANNELS = Set.of("executions", "balances", "level3");
  private static final Set<String> METHODS =
      Set.of(
          "add_order",
          "amend_order",
          "edit_order",
          "cancel_order",
          "cancel_all",
          "cancel_all_orders_after",
          "batch_add",
          "batch_cancel");

  private final Client client;

  V2Private(Client client) {
    this.client = client;
  }

  static boolean handlesChannel(String channel) {
    return CHANNELS.contains(channel);
  }

  static boolean handlesMethod(String method) {
    return METHODS.contains(method);
  }

  void subscription(String channel, ObjectNode params, V2Reply reply) {
    if (client.path().marketData() || !params.has("token")) {
      refuse(params, reply);
    } else {
      reply.refusedSession(Texts.INVALID_SESSION, channel);
    }
  }

  void request(ObjectNode request, V2Reply reply) {
    refuse(request.path("params") instanceof ObjectNode params ? params : request, reply);
  }

  /** Every token is unknown, so every private request is refused. */
  private void refuse(ObjectNode params, V2Reply reply) {
    if (client.path().marketData()) {
      reply.refused(Texts.PRIVATE_ELSEWHERE);
    } else {
      reply.refused(params.has("token") ? Texts.INVALID_SESSION : "Token(s) not found");
    }
  }
}
