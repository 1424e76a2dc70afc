package io.krakenspot.v2.internal;

import io.krakenspot.account.Balance;
import io.krakenspot.account.LedgerEntry;
import io.krakenspot.account.Wallet;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of {@code balances}' rows: a balance in a snapshot, a ledger entry in an update. */
final class BalanceRow {
  private @Nullable String asset;
  private @Nullable String assetClass;
  private @Nullable BigDecimal balance;
  private List<Wallet> wallets = List.of();
  private @Nullable String ledgerId;
  private @Nullable String referenceId;
  private @Nullable BigDecimal amount;
  private @Nullable BigDecimal fee;
  private @Nullable String type;
  private @Nullable String subtype;
  private @Nullable String category;
  private @Nullable String walletType;
  private @Nullable String walletId;
  private @Nullable Instant timestamp;
  private @Nullable String user;

  BalanceRow read(WireReader in) throws IOException {
    in.object();
    while (in.nextField()) {
      field(in.name(), in);
    }
    return this;
  }

  private void field(String name, WireReader in) throws IOException {
    switch (name) {
      case "asset" -> asset = in.text();
      case "asset_class" -> assetClass = in.filledText();
      case "balance" -> balance = in.decimal();
      case "wallets" -> wallets = wallets(in);
      case "user" -> user = in.filledText();
      default -> entryField(name, in);
    }
  }

  private void entryField(String name, WireReader in) throws IOException {
    switch (name) {
      case "ledger_id" -> ledgerId = in.text();
      case "ref_id" -> referenceId = in.filledText();
      case "amount" -> amount = in.decimal();
      case "fee" -> fee = in.decimal();
      case "type" -> type = in.filledText();
      case "subtype" -> subtype = in.filledText();
      case "category" -> category = in.filledText();
      case "wallet_type" -> walletType = in.filledText();
      case "wallet_id" -> walletId = in.filledText();
      case "timestamp" -> timestamp = in.instant();
      default -> in.unknown();
    }
  }

  private static List<Wallet> wallets(WireReader in) throws IOException {
    List<Wallet> wallets = new ArrayList<>();
    in.array();
    while (in.nextElement()) {
      wallets.add(wallet(in));
    }
    return wallets;
  }

  private static Wallet wallet(WireReader in) throws IOException {
    String type = null;
    String id = null;
    BigDecimal balance = null;
    in.object();
    while (in.nextField()) {
      switch (in.name()) {
        case "type" -> type = in.text();
        case "id" -> id = in.text();
        case "balance" -> balance = in.decimal();
        default -> in.unknown();
      }
    }
    return new Wallet(
        in.present(type, "type"), in.present(id, "id"), in.present(balance, "balance"));
  }

  Balance balance(WireReader in) {
    return new Balance(
        in.present(asset, "asset"), assetClass, in.present(balance, "balance"), wallets);
  }

  LedgerEntry entry(WireReader in) {
    return new LedgerEntry(
        in.present(ledgerId, "ledger_id"),
        referenceId,
        in.present(asset, "asset"),
        assetClass,
        in.present(amount, "amount"),
        fee,
        in.present(balance, "balance"),
        type,
        subtype,
        category,
        walletType,
        walletId,
        timestamp,
        user);
  }
}
