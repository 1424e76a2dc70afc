package io.krakenspot.testkit.exchange.internal.v2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import io.krakenspot.testkit.exchange.internal.session.Channel;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Sequence;
import io.krakenspot.testkit.exchange.internal.session.Session;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Reply;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A session that speaks v2. */
public final class V2Session extends Session {
  private static final Set<String> NOT_SUBSCRIBABLE = Set.of("status", "heartbeat");

  private final Client client;
  private final V2Feed feed;
  private final V2SubscriptionDesk symbols;
  private final V2InstrumentDesk instruments;
  private final V2Private account;

  /**
   * Begins a session.
   *
   * @param client whose
   */
  public V2Session(Client client) {
    super(client);
    this.client = client;
    this.feed = new V2Feed(client);
    this.symbols = new V2SubscriptionDesk(client, feed);
    this.instruments = new V2InstrumentDesk(client, feed);
    this.account = new V2Private(client, feed);
  }

  @Override
  public void open() {
    statusChanged();
  }

  @Override
  public void statusChanged() {
    feed.send(V2Messages.status(client.connectionId(), stateText()));
  }

  @Override
  public void statusChanged(MarketPair pair) {
    instruments.changed(pair);
  }

  @Override
  public void changed(PairUpdate update) {
    feed.changed(update);
    account.changed(update);
  }

  @Override
  public void unheard(PairUpdate update) {
    account.changed(update.withoutBooks());
  }

  @Override
  public boolean hasBook(MarketPair pair) {
    return super.hasBook(pair) || account.hasOrders(pair);
  }

  @Override
  public void sequences(String key, Consumer<Sequence> change) {
    account.sequences(key, change);
  }

  @Override
  public void close() {
    account.close();
  }

  @Override
  protected boolean subscribed() {
    return super.subscribed() || instruments.subscribed() || account.subscribed();
  }

  /** Only when nothing else was sent in the second. */
  @Override
  protected void heartbeat() {
    if (feed.takeIdle()) {
      client.count(Entry.HEARTBEATS);
      client.send(V2Messages.heartbeat());
    }
  }

  @Override
  protected void malformed() {
    new V2Reply(client, Json.object()).refused(Texts.MALFORMED);
  }

  @Override
  protected void exceeded(ObjectNode request) {
    new V2Reply(client, request).refused(Texts.EXCEEDED);
  }

  @Override
  protected void answer(ObjectNode request) {
    V2Reply reply = new V2Reply(client, request);
    String method = request.path("method").asText();
    String unsupported = V2Fields.unsupported(request, method);
    if (unsupported != null) {
      reply.refused(unsupported);
    } else if (request.has("req_id") && !request.path("req_id").isIntegralNumber()) {
      reply.refused(Texts.MALFORMED);
    } else {
      answer(method, request, reply);
    }
  }

  private void answer(String method, ObjectNode request, V2Reply reply) {
    if (method.equals("ping")) {
      reply.pong();
    } else if (method.equals("subscribe") || method.equals("unsubscribe")) {
      subscription(method, request, reply);
    } else if (account.servesMethod(method)) {
      account.request(method, request, reply);
    } else {
      reply.refused("Unsupported event");
    }
  }

  private void subscription(String method, ObjectNode request, V2Reply reply) {
    if (!(request.path("params") instanceof ObjectNode params)) {
      reply.refused(Texts.NAME_INVALID);
      return;
    }
    if (method.equals("subscribe") && client.ignoresSubscription()) {
      return;
    }
    String name = params.path("channel").asText();
    Optional<Channel> channel = Channel.of(name).filter(known -> known != Channel.SPREAD);
    if (V2Private.servesChannel(name)) {
      account.subscription(name, params, reply, method.equals("subscribe"));
    } else if (channel.isEmpty() && !name.equals("instrument")) {
      reply.refused(NOT_SUBSCRIBABLE.contains(name) ? "Symbol(s) not found" : Texts.NAME_INVALID);
    } else {
      marketData(method, name, channel, params, reply);
    }
  }

  private void marketData(
      String method, String name, Optional<Channel> channel, ObjectNode params, V2Reply reply) {
    boolean subscribe = method.equals("subscribe");
    String unsupported = V2Fields.unsupported(name, params, method);
    if (unsupported != null) {
      reply.refused(unsupported);
    } else if (channel.isPresent()) {
      symbols(subscribe, channel.get(), params, reply);
    } else if (!client.path().marketData()) {
      reply.refused(Texts.PUBLIC_ELSEWHERE);
    } else if (subscribe) {
      instruments.subscribe(params, reply);
    } else {
      instruments.unsubscribe(reply);
    }
  }

  private void symbols(boolean subscribe, Channel channel, ObjectNode params, V2Reply reply) {
    if (subscribe) {
      symbols.subscribe(channel, params, reply);
    } else {
      symbols.unsubscribe(channel, params, reply);
    }
  }
}
