package io.krakenspot.testkit.exchange.internal.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Sequence;
import io.krakenspot.testkit.exchange.internal.session.Session;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import java.util.function.Consumer;

/** A session that speaks v1. */
public final class V1Session extends Session {
  private final Client client;
  private final V1Feed feed;
  private final V1SubscriptionDesk desk;
  private final V1Private account;

  /**
   * Begins a session.
   *
   * @param client whose
   */
  public V1Session(Client client) {
    super(client);
    this.client = client;
    this.feed = new V1Feed(client);
    this.desk = new V1SubscriptionDesk(client, feed);
    this.account = new V1Private(client);
  }

  @Override
  public void open() {
    client.send(V1Messages.systemStatus(client.connectionId(), stateText()));
  }

  @Override
  public void statusChanged() {
    client.send(V1Messages.systemStatus(null, stateText()));
  }

  @Override
  public void statusChanged(MarketPair pair) {
    // v1 has no channel for it
  }

  @Override
  public void changed(PairUpdate update) {
    feed.changed(update);
  }

  @Override
  public void unheard(PairUpdate update) {
    // books are followed where they are kept
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
    return super.subscribed() || account.subscribed();
  }

  /** Steady, also in the middle of data. */
  @Override
  protected void heartbeat() {
    client.count(Entry.HEARTBEATS);
    client.send(V1Messages.heartbeat());
  }

  @Override
  protected void malformed() {
    client.count(Entry.REFUSALS);
    client.send(V1Messages.error(Texts.MALFORMED, null));
  }

  @Override
  protected void exceeded(ObjectNode request) {
    client.count(Entry.REFUSALS);
    client.send(V1Messages.error(Texts.EXCEEDED, request));
  }

  @Override
  protected void answer(ObjectNode request) {
    String event = request.path("event").asText();
    switch (event) {
      case "ping" -> client.send(V1Messages.pong(request));
      case "subscribe" -> subscribe(request);
      case "unsubscribe" -> unsubscribe(request);
      default -> answerOther(event, request);
    }
  }

  private void subscribe(ObjectNode request) {
    if (client.ignoresSubscription()) {
      return;
    }
    if (account.servesSubscription(request)) {
      account.subscribe(request);
    } else {
      desk.subscribe(request);
    }
  }

  private void unsubscribe(ObjectNode request) {
    if (account.servesSubscription(request)) {
      account.unsubscribe(request);
    } else {
      desk.unsubscribe(request);
    }
  }

  private void answerOther(String event, ObjectNode request) {
    if (account.servesEvent(event)) {
      account.request(event, request);
    } else {
      client.count(Entry.REFUSALS);
      client.send(V1Messages.unknownEvent(request));
    }
  }
}
