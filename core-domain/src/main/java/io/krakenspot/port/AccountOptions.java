package io.krakenspot.port;

import java.util.EnumSet;
import java.util.Set;

/**
 * How the account's feeds are subscribed to.
 *
 * <p>Source: Kraken v2 {@code executions} and {@code balances}, v1 {@code openOrders} and {@code
 * ownTrades}: parameters of the subscription.
 *
 * @param rateCounter whether the exchange tells its trading-rate counter
 * @param everyTransition whether each change of an order is told, not only new, filled, cancelled
 *     and expired; v2 only
 * @param rebased whether amounts of tokenised equities are in terms of the share
 * @param allUsers whether a master account hears of its subaccounts too, without a snapshot; v2
 *     only
 * @param consolidateTaker whether the fills of one taker order are merged; v1 only
 */
public record AccountOptions(
    boolean rateCounter,
    boolean everyTransition,
    boolean rebased,
    boolean allUsers,
    boolean consolidateTaker) {
  /** Every transition, the rate counter, single fills: what the session needs to keep promises. */
  public static final AccountOptions DEFAULTS = new AccountOptions(true, true, true, false, false);

  /**
   * What a version has to have for them.
   *
   * @return for example {@link Feature#SUBACCOUNTS} with {@code allUsers}; empty by default
   */
  public Set<Feature> features() {
    Set<Feature> needed = EnumSet.noneOf(Feature.class);
    if (!everyTransition) {
      needed.add(Feature.TRANSITION_CHOICE);
    }
    if (allUsers) {
      needed.add(Feature.SUBACCOUNTS);
    }
    if (consolidateTaker) {
      needed.add(Feature.FILL_CONSOLIDATION);
    }
    return needed;
  }
}
