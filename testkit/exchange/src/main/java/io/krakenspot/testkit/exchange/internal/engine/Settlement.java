package io.krakenspot.testkit.exchange.internal.engine;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent.Kind;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money and goods change hands. */
final class Settlement {
  private final Accounts accounts;
  private final Ids ids;

  Settlement(Accounts accounts, Ids ids) {
    this.accounts = accounts;
    this.ids = ids;
  }

  /** Settles a fill for one side of it. */
  void settle(Action action, LiveOrder order, Match match, boolean maker) {
    AssetSpec quote = action.desk.pair.spec().quote();
    BigDecimal cost = Money.paid(quote, match.price().multiply(match.quantity()));
    order.filled = order.filled.add(match.quantity());
    order.cost = order.cost.add(cost);
    order.status = OrderStatus.PARTIALLY_FILLED;
    if (accounts.isClient(order.account)) {
      client(action, order, match, cost, maker);
    } else {
      exchange(accounts.anonymous(), order, match.quantity(), cost);
    }
  }

  /** The anonymous market, and the lender, pay no fees and keep no ledger. */
  private static void exchange(
      Account account, LiveOrder order, BigDecimal quantity, BigDecimal cost) {
    boolean buys = order.side() == Side.BUY;
    AssetSpec base = order.pair.spec().base();
    AssetSpec quote = order.pair.spec().quote();
    account.change(base, buys ? quantity : quantity.negate(), Money.none(base));
    account.change(quote, buys ? cost.negate() : cost, Money.none(quote));
  }

  private void client(Action action, LiveOrder order, Match match, BigDecimal cost, boolean maker) {
    AssetSpec base = order.pair.spec().base();
    AssetSpec quote = order.pair.spec().quote();
    boolean onMargin = order.request.margin();
    boolean inBase = !onMargin && order.request.feePreference() == FeePreference.BASE;
    AssetSpec feeAsset = inBase ? base : quote;
    BigDecimal charged = inBase ? match.quantity() : cost;
    BigDecimal fee = Money.paid(feeAsset, charged.multiply(Fees.rate(maker)));
    order.fee = order.fee.add(inBase ? Money.paid(quote, fee.multiply(match.price())) : fee);
    accounts.fees().change(feeAsset, fee, Money.none(feeAsset));

    MarginFill margin =
        onMargin ? order.account.filled(order, match.quantity(), cost, ids.execution()) : null;
    AccountFill fill = fill(action, order, match, cost, fee, feeAsset, maker, margin);
    order.account.add(fill);
    action.tell(Kind.TRADE, order, fill);
    if (margin != null) {
      exchange(accounts.lender(), order, match.quantity(), cost);
      accounts.lender().change(quote, margin.profit().negate(), Money.none(quote));
      book(action, order.account, fill, quote, margin.profit(), fee);
      return;
    }
    boolean buys = order.side() == Side.BUY;
    BigDecimal goods = buys ? match.quantity() : match.quantity().negate();
    BigDecimal money = buys ? cost.negate() : cost;
    book(action, order.account, fill, base, goods, inBase ? fee : Money.none(base));
    book(action, order.account, fill, quote, money, inBase ? Money.none(quote) : fee);
  }

  private AccountFill fill(
      Action action,
      LiveOrder order,
      Match match,
      BigDecimal cost,
      BigDecimal fee,
      AssetSpec feeAsset,
      boolean maker,
      @Nullable MarginFill margin) {
    return new AccountFill(
        ids.execution(),
        match.tradeId(),
        order.id,
        order.request,
        match.price(),
        match.quantity(),
        cost,
        fee,
        feeAsset,
        maker,
        margin,
        action.time);
  }

  private void book(
      Action action,
      Account account,
      AccountFill fill,
      AssetSpec asset,
      BigDecimal amount,
      BigDecimal fee) {
    BigDecimal balance = account.change(asset, amount, fee);
    String type = fill.margin() == null ? "trade" : "margin";
    LedgerEntry entry =
        new LedgerEntry(
            ids.ledger(), fill.execId(), type, asset, amount, fee, balance, action.time);
    account.add(entry);
    action.tell(account, ledgerEvent(entry));
  }

  LedgerEntry deposit(Account account, AssetSpec asset, BigDecimal given, Instant now) {
    BigDecimal amount = Money.paid(asset, given);
    BigDecimal none = Money.none(asset);
    BigDecimal balance = account.change(asset, amount, none);
    LedgerEntry entry =
        new LedgerEntry(
            ids.ledger(), ids.execution(), "deposit", asset, amount, none, balance, now);
    account.add(entry);
    return entry;
  }

  static AccountEvent ledgerEvent(LedgerEntry entry) {
    return new AccountEvent(
        Kind.LEDGER, null, null, entry, BigDecimal.ZERO.setScale(2), entry.time());
  }
}
