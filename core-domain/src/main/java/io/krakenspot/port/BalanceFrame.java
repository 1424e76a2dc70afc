package io.krakenspot.port;

import io.krakenspot.account.BalanceEvent;
import java.util.List;

/**
 * One frame of the balance feed.
 *
 * <p>Source: Kraken v2 {@code balances}.
 *
 * @param sequence rises by one with each frame of the subscription
 * @param events one snapshot, or one change a ledger entry
 */
public record BalanceFrame(long sequence, List<BalanceEvent> events) {
  /** Keeps a copy. */
  public BalanceFrame {
    events = List.copyOf(events);
  }
}
