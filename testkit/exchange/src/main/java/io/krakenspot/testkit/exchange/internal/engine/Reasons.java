package io.krakenspot.testkit.exchange.internal.engine;

/** Why an order changed or ended, as its owner reads it. */
final class Reasons {
  static final String USER = "User requested";
  static final String POST_ONLY = "Post only order";
  static final String SELF_TRADE = "Self trade prevention";
  static final String IMMEDIATE = "Immediate or cancel";
  static final String FILL_OR_KILL = "Fill or kill";
  static final String NO_MORE = "No liquidity";
  static final String FUNDS = "Insufficient funds";
  static final String MARGIN = "Insufficient margin";
  static final String REDUCE_ONLY = "Reduce only:Position is closed";
  static final String SWITCH = "Cancel all orders after";

  private Reasons() {}
}
