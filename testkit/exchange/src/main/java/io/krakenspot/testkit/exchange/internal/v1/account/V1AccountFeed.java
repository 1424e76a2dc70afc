package io.krakenspot.testkit.exchange.internal.v1.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.market.Pair;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.AccountListener;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Sequence;

/** A private subscription: numbers its messages from the snapshot on. */
public abstract class V1AccountFeed implements AccountListener {
  private final String channel;
  private final Account account;
  private final Client client;
  private final Sequence sequence = new Sequence();

  V1AccountFeed(String channel, Account account, Client client) {
    this.channel = channel;
    this.account = account;
    this.client = client;
  }

  /**
   * What the acknowledgement repeats.
   *
   * @return the subscription
   */
  public abstract ObjectNode subscription();

  /** Sends the present state, if it was asked for. */
  abstract void snapshot();

  /** Begins to tell. */
  public void begin() {
    snapshot();
    account.listen(this);
  }

  /** Stops telling. */
  public void end() {
    account.unlisten(this);
  }

  /**
   * Whose account it is.
   *
   * @return the account
   */
  public Account account() {
    return account;
  }

  /**
   * The numbers of its messages.
   *
   * @return the sequence
   */
  public Sequence sequence() {
    return sequence;
  }

  Client client() {
    return client;
  }

  MarketPair pair(Pair pair) {
    return client.venue().market().get(pair);
  }

  void send(ArrayNode items) {
    ArrayNode message = Json.array().add(items).add(channel);
    message.addObject().put("sequence", sequence.next());
    if (!sequence.takeLost()) {
      client.send(message);
    }
  }
}
