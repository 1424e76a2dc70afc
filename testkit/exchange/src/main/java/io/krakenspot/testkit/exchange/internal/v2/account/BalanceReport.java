package io.krakenspot.testkit.exchange.internal.v2.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.krakenspot.testkit.exchange.internal.engine.LedgerEntry;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import io.krakenspot.testkit.exchange.internal.session.Json;
import io.krakenspot.testkit.exchange.internal.v2.wire.V2Time;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes balances and their changes. All of it lies in the main spot wallet. */
final class BalanceReport {
  private BalanceReport() {}

  static ObjectNode balance(AssetSpec asset, BigDecimal balance) {
    BigDecimal amount = digits(asset, balance);
    ObjectNode report = of(asset).put("balance", amount);
    report
        .putArray("wallets")
        .addObject()
        .put("type", "spot")
        .put("id", "main")
        .put("balance", amount);
    return report;
  }

  static ObjectNode entry(LedgerEntry entry) {
    AssetSpec asset = entry.asset();
    ObjectNode report =
        Json.object()
            .put("ledger_id", entry.id())
            .put("ref_id", entry.refId())
            .put("timestamp", V2Time.micros(entry.time()))
            .put("type", entry.type())
            .putNull("subtype");
    report.setAll(of(asset));
    return report
        .put("category", entry.type().equals("margin") ? "margin-trade" : entry.type())
        .put("wallet_type", "spot")
        .put("wallet_id", "main")
        .put("amount", digits(asset, entry.amount()))
        .put("fee", digits(asset, entry.fee()))
        .put("balance", digits(asset, entry.balance()));
  }

  private static ObjectNode of(AssetSpec asset) {
    String assetClass = asset.tokenized() ? "tokenized_asset" : "currency";
    return Json.object().put("asset", asset.code()).put("asset_class", assetClass);
  }

  private static BigDecimal digits(AssetSpec asset, BigDecimal amount) {
    return amount.setScale(asset.decimals(), RoundingMode.HALF_UP);
  }
}
