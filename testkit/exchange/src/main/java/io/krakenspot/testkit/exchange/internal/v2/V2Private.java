package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Path;
import io.krakenspot.testkit.exchange.Permission;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Refusal;
import io.krakenspot.testkit.exchange.internal.session.Sequence;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import io.krakenspot.testkit.exchange.internal.v2.account.AccountDesk;
import io.krakenspot.testkit.exchange.internal.v2.level3.Level3Desk;
import io.krakenspot.testkit.exchange.internal.v2.trading.V2Trading;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Reply;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Private requests of v2: checks where they came and whose token they carry. */
final class V2Private {
  private static final String NO_TOKEN = "Token(s) not found";

  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "executions",
          Set.of(
              "channel",
              "token",
              "snap_orders",
              "snap_trades",
              "order_status",
              "ratecounter",
              "rebased",
              "users",
              "snapshot",
              "snapshot_trades"),
          "balances",
          Set.of("channel", "token", "snapshot", "rebased", "users"),
          Level3Desk.CHANNEL,
          Set.of("channel", "token", "symbol", "depth", "snapshot"));

  private final Client client;
  private final V2Trading trading;
  private final AccountDesk accounts;
  private final Level3Desk orders;

  V2Private(Client client, V2Feed feed) {
    this.client = client;
    this.trading = new V2Trading(client);
    this.accounts = new AccountDesk(client, feed::send);
    this.orders = new Level3Desk(client, feed::send);
  }

  static boolean servesChannel(String channel) {
    return FIELDS.containsKey(channel);
  }

  boolean servesMethod(String method) {
    return trading.serves(method);
  }

  void subscription(String channel, ObjectNode object, V2Reply reply, boolean subscribe) {
    String elsewhere = elsewhere(channel.equals(Level3Desk.CHANNEL));
    String token = object.path("token").asText("");
    ApiKey owner = client.owner(token);
    if (elsewhere != null) {
      reply.refused(elsewhere);
    } else if (token.isEmpty()) {
      reply.refused(NO_TOKEN);
    } else if (owner == null) {
      reply.refusedSession(Texts.INVALID_SESSION, channel);
    } else {
      client.hold(token);
      subscription(channel, owner, object, reply, subscribe);
    }
  }

  private void subscription(
      String channel, ApiKey owner, ObjectNode object, V2Reply reply, boolean subscribe) {
    V2Params params = new V2Params(object, subscribe ? "subscribe" : "unsubscribe");
    try {
      params.only(FIELDS.getOrDefault(channel, Set.of()));
      if (!owner.may(Permission.QUERY)) {
        reply.refused(Texts.PERMISSION_DENIED);
      } else if (AccountDesk.serves(channel)) {
        account(channel, owner, params, reply, subscribe);
      } else if (subscribe) {
        orders.subscribe(params, reply);
      } else {
        orders.unsubscribe(params, reply);
      }
    } catch (Refusal refusal) {
      reply.refused(refusal.text());
    }
  }

  private void account(
      String channel, ApiKey owner, V2Params params, V2Reply reply, boolean subscribe) {
    String refusal = client.refusal();
    if (!subscribe) {
      accounts.unsubscribe(channel, reply);
    } else if (refusal != null) {
      reply.refused(refusal);
    } else {
      accounts.subscribe(channel, owner, params, reply);
    }
  }

  void request(String method, ObjectNode request, V2Reply reply) {
    String elsewhere = elsewhere(false);
    ObjectNode params = request.path("params") instanceof ObjectNode object ? object : request;
    String token = params.path("token").asText("");
    ApiKey owner = client.owner(token);
    if (elsewhere != null) {
      reply.refused(elsewhere);
    } else if (token.isEmpty()) {
      reply.refused(NO_TOKEN);
    } else if (owner == null) {
      reply.refused(Texts.INVALID_SESSION);
    } else {
      trading.request(method, owner, params, reply);
    }
  }

  /** Which host serves it; null if it is this one. */
  private @Nullable String elsewhere(boolean level3) {
    if (client.path() == (level3 ? Path.V2_LEVEL3 : Path.V2_PRIVATE)) {
      return null;
    }
    return level3 && !client.path().marketData() ? Texts.LEVEL3_ELSEWHERE : Texts.PRIVATE_ELSEWHERE;
  }

  void changed(PairUpdate update) {
    orders.changed(update);
  }

  boolean hasOrders(MarketPair pair) {
    return orders.has(pair);
  }

  boolean subscribed() {
    return !orders.isEmpty() || !accounts.isEmpty();
  }

  void sequences(String account, Consumer<Sequence> change) {
    accounts.sequences(account, change);
  }

  void close() {
    accounts.close();
  }
}
