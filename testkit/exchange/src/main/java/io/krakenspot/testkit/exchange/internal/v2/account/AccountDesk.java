package io.krakenspot.testkit.exchange.internal.v2.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.session.Sequence;
import io.krakenspot.testkit.exchange.internal.session.Texts;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The private subscriptions of one connection, at most one of each channel. */
public final class AccountDesk {
  private final Client client;
  private final Consumer<ObjectNode> sender;
  private final Map<String, AccountFeed> feeds = new LinkedHashMap<>();

  /**
   * Makes a desk without subscriptions.
   *
   * @param client whose connection
   * @param sender where channel messages go
   */
  public AccountDesk(Client client, Consumer<ObjectNode> sender) {
    this.client = client;
    this.sender = sender;
  }

  /**
   * Whether it serves a channel.
   *
   * @param channel for example {@code executions}
   * @return true for the two private channels
   */
  public static boolean serves(String channel) {
    return channel.equals(ExecutionsFeed.CHANNEL) || channel.equals(BalancesFeed.CHANNEL);
  }

  /**
   * Subscribes.
   *
   * @param channel which
   * @param owner of the account
   * @param params of the request
   * @param reply to answer with
   */
  public void subscribe(String channel, ApiKey owner, V2Params params, V2Reply reply) {
    if (feeds.containsKey(channel)) {
      reply.refused(Texts.ALREADY_SUBSCRIBED);
      return;
    }
    AccountFeed feed = feed(channel, owner, params);
    feeds.put(channel, feed);
    client.count(Entry.SUBSCRIPTIONS);
    reply.granted(feed.acknowledgement());
    feed.begin();
  }

  private AccountFeed feed(String channel, ApiKey owner, V2Params params) {
    Account account = client.venue().engine().accounts().open(owner.key());
    return channel.equals(ExecutionsFeed.CHANNEL)
        ? new ExecutionsFeed(client, owner, account, ExecutionsTerms.of(params), sender)
        : new BalancesFeed(account, params, sender);
  }

  /**
   * Unsubscribes.
   *
   * @param channel which
   * @param reply to answer with
   */
  public void unsubscribe(String channel, V2Reply reply) {
    AccountFeed feed = feeds.remove(channel);
    if (feed == null) {
      reply.refused(Texts.NOT_SUBSCRIBED, "subscribe", null);
      return;
    }
    feed.end();
    client.count(Entry.UNSUBSCRIPTIONS);
    reply.granted(Json.object().put("channel", channel));
  }

  /**
   * Changes what becomes of the next messages of an account.
   *
   * @param account whose
   * @param change of each sequence
   */
  public void sequences(String account, Consumer<Sequence> change) {
    feeds.values().stream()
        .filter(feed -> feed.account().name().equals(account))
        .forEach(feed -> change.accept(feed.sequence()));
  }

  /**
   * Whether nothing is subscribed.
   *
   * @return true if so
   */
  public boolean isEmpty() {
    return feeds.isEmpty();
  }

  /** Ends every subscription: the connection is over. */
  public void close() {
    feeds.values().forEach(AccountFeed::end);
    feeds.clear();
  }
}
