package io.krakenspot.internal.session;

import io.krakenspot.account.Balance;
import io.krakenspot.account.BalanceEvent;
import io.krakenspot.account.LedgerEntry;
import io.krakenspot.port.BalanceFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All balances as they stand, for subscribers that come later. */
final class BalanceRecords {
  private final Map<String, Balance> byAsset = new LinkedHashMap<>();
  private boolean known;

  /** Takes a frame in; whether it is a snapshot. */
  boolean take(BalanceFrame frame) {
    boolean snapshot = false;
    for (BalanceEvent event : frame.events()) {
      if (event instanceof BalanceEvent.Snapshot all) {
        snapshot = true;
        known = true;
        byAsset.clear();
        all.balances().forEach(balance -> byAsset.put(balance.asset(), balance));
      } else {
        change(((BalanceEvent.Change) event).entry());
      }
    }
    return snapshot;
  }

  /** The wallets of a ledger entry's asset are not told, so they are known no longer. */
  private void change(LedgerEntry entry) {
    @Nullable Balance before = byAsset.get(entry.asset());
    String assetClass = before == null ? entry.assetClass() : before.assetClass();
    byAsset.put(entry.asset(), new Balance(entry.asset(), assetClass, entry.total(), List.of()));
  }

  /** Some changes were not heard: what is known is old until the next snapshot. */
  void stale() {
    known = false;
  }

  boolean known() {
    return known;
  }

  BalanceEvent snapshot() {
    return new BalanceEvent.Snapshot(List.copyOf(byAsset.values()));
  }
}
