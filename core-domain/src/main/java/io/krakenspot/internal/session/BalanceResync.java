package io.krakenspot.internal.session;

import io.krakenspot.account.BalanceEvent;
import java.util.List;

/** All balances as they stand. */
record BalanceResync(AccountDesk desk) implements Resync<BalanceEvent> {
  @Override
  public void told(BalanceEvent event) {}

  @Override
  public boolean possible() {
    return desk.allBalances().isPresent();
  }

  @Override
  public List<BalanceEvent> events() {
    return desk.allBalances().stream().toList();
  }
}
