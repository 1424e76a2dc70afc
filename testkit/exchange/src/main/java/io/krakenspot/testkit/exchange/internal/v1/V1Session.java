package io.krakenspot.testkit.exchange.internal.v1;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.market.PairUpdate;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Session;
import io.krakenspot.testkit.exchange.internal.session.Texts;

/** A session that speaks v1. */
public final class V1Session extends Session {
  private final Client client;
  private final V1Feed feed;
  private final V1SubscriptionDesk desk;

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
      case "subscribe" -> desk.subscribe(request);
      case "unsubscribe" -> desk.unsubscribe(request);
      default -> answerOther(event, request);
    }
  }

  private void answerOther(String event, ObjectNode request) {
    client.count(Entry.REFUSALS);
    client.send(
        V1Private.handles(event)
            ? V1Messages.requestError(V1Private.refusal(client.path()), event, request)
            : V1Messages.unknownEvent(request));
  }
}
