package io.krakenspot.account;

import java.util.List;

/**
 * News of the account's balances: all of them at the start and after each gap, then each change.
 *
 * <p>Source: Kraken v2 {@code balances}.
 */
public sealed interface BalanceEvent {
  /**
   * All balances.
   *
   * @param balances one an asset
   */
  record Snapshot(List<Balance> balances) implements BalanceEvent {
    /** Keeps a copy. */
    public Snapshot {
      balances = List.copyOf(balances);
    }
  }

  /**
   * One change.
   *
   * @param entry what happened, with the new total
   */
  record Change(LedgerEntry entry) implements BalanceEvent {}
}
