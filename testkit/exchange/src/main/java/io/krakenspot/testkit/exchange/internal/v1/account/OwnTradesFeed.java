package io.krakenspot.testkit.exchange.internal.v1.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.access.ApiKey;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent;
import io.krakenspot.testkit.exchange.internal.engine.AccountFill;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A subscription of {@code ownTrades}. The fills that an order takes at one time are one trade,
 * unless they are asked for one by one.
 */
public final class OwnTradesFeed extends V1AccountFeed {
  /** The channel. */
  public static final String CHANNEL = "ownTrades";

  private static final int SNAPSHOT_TRADES = 50;

  private final ApiKey owner;
  private final boolean snapshot;
  private final boolean consolidate;
  private final Map<String, List<AccountFill>> taken = new LinkedHashMap<>();

  /**
   * Makes a subscription.
   *
   * @param account whose
   * @param client who hears of it
   * @param owner whose key was used
   * @param snapshot whether the last trades are told
   * @param consolidate whether the fills of a taker are one trade
   */
  public OwnTradesFeed(
      Account account, Client client, ApiKey owner, boolean snapshot, boolean consolidate) {
    super(CHANNEL, account, client);
    this.owner = owner;
    this.snapshot = snapshot;
    this.consolidate = consolidate;
  }

  @Override
  public ObjectNode subscription() {
    return Json.object().put("name", CHANNEL);
  }

  @Override
  void snapshot() {
    if (!snapshot) {
      return;
    }
    List<List<AccountFill>> trades = new ArrayList<>(trades());
    Collections.reverse(trades);
    ArrayNode items = Json.array();
    trades.stream().limit(SNAPSHOT_TRADES).map(this::trade).forEach(one -> past(items, one));
    send(items);
  }

  private Collection<List<AccountFill>> trades() {
    Map<Object, List<AccountFill>> trades = new LinkedHashMap<>();
    for (AccountFill fill : account().fills()) {
      boolean merged = consolidate && !fill.maker();
      Object name = merged ? List.of(fill.orderId(), fill.time()) : fill.execId();
      trades.computeIfAbsent(name, none -> new ArrayList<>()).add(fill);
    }
    return trades.values();
  }

  private OwnTrade trade(List<AccountFill> fills) {
    return new OwnTrade(fills, pair(fills.get(0).request().pair()));
  }

  private static void past(ArrayNode items, OwnTrade trade) {
    items.addObject().set(trade.id(), trade.inSnapshot());
  }

  @Override
  public void happened(AccountEvent event) {
    AccountFill fill = event.fill();
    if (fill == null) {
      return;
    }
    if (!consolidate || fill.maker()) {
      tell(List.of(fill));
      return;
    }
    if (taken.isEmpty()) {
      client().afterEvents(this::tellTaken);
    }
    taken.computeIfAbsent(fill.orderId(), none -> new ArrayList<>()).add(fill);
  }

  private void tellTaken() {
    List<List<AccountFill>> trades = List.copyOf(taken.values());
    taken.clear();
    trades.forEach(this::tell);
  }

  private void tell(List<AccountFill> fills) {
    OwnTrade trade = trade(fills);
    ArrayNode items = Json.array();
    items.addObject().set(trade.id(), trade.update());
    send(items);
    client().toldFill(owner);
  }
}
