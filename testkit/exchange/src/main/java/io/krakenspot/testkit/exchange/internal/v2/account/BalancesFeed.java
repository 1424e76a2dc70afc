package io.krakenspot.testkit.exchange.internal.v2.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.Account;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent;
import io.krakenspot.testkit.exchange.internal.engine.LedgerEntry;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Params;
import java.util.List;
import java.util.function.Consumer;

/** A subscription of {@code balances}. */
final class BalancesFeed extends AccountFeed {
  static final String CHANNEL = "balances";

  private final boolean snapshot;
  private final boolean subaccounts;

  BalancesFeed(Account account, V2Params params, Consumer<ObjectNode> sender) {
    super(CHANNEL, account, sender);
    params.flag("rebased", true);
    this.snapshot = params.flag("snapshot", true);
    this.subaccounts = params.choice("users", List.of("all")) != null;
  }

  @Override
  ObjectNode acknowledgement() {
    return Json.object().put("channel", CHANNEL).put("snapshot", snapshot);
  }

  @Override
  void snapshot() {
    if (snapshot && !subaccounts) {
      ArrayNode rows = Json.array();
      account()
          .balances()
          .forEach((asset, balance) -> rows.add(BalanceReport.balance(asset, balance)));
      send("snapshot", rows);
    }
  }

  @Override
  public void happened(AccountEvent event) {
    LedgerEntry entry = event.ledger();
    if (entry != null) {
      send("update", Json.array().add(BalanceReport.entry(entry)));
    }
  }
}
