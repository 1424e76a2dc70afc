package io.krakenspot.testkit.exchange.internal.v1.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent;
import io.krakenspot.testkit.exchange.internal.engine.EngineOrder;
import io.krakenspot.testkit.exchange.internal.session.Client;
import io.krakenspot.testkit.exchange.internal.session.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A subscription of {@code openOrders}. */
public final class OpenOrdersFeed extends V1AccountFeed {
  /** The channel. */
  public static final String CHANNEL = "openOrders";

  private final boolean rateCounter;

  /**
   * Makes a subscription.
   *
   * @param account whose
   * @param client who hears of it
   * @param rateCounter whether the rate counter is told
   */
  public OpenOrdersFeed(Account account, Client client, boolean rateCounter) {
    super(CHANNEL, account, client);
    this.rateCounter = rateCounter;
  }

  @Override
  public ObjectNode subscription() {
    return Json.object().put("maxratecount", account().tier().threshold()).put("name", CHANNEL);
  }

  @Override
  void snapshot() {
    ArrayNode items = Json.array();
    account().openOrders().forEach(order -> item(items, order, open(order).full()));
    send(items);
  }

  private OpenOrder open(EngineOrder order) {
    return new OpenOrder(order, pair(order.request().pair()));
  }

  private static void item(ArrayNode items, EngineOrder order, ObjectNode row) {
    items.addObject().set(order.id(), row);
  }

  @Override
  public void happened(AccountEvent event) {
    EngineOrder order = event.order();
    if (order == null) {
      return;
    }
    ObjectNode row = open(order).changed(event);
    if (rateCounter) {
      BigDecimal count = event.rateCount().max(BigDecimal.ZERO);
      row.put("ratecount", count.setScale(0, RoundingMode.CEILING).intValueExact());
    }
    ArrayNode items = Json.array();
    item(items, order, row);
    send(items);
  }
}
