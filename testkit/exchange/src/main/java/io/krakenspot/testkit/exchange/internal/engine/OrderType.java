package io.krakenspot.testkit.exchange.internal.engine;

/** What kind of order it is. */
public enum OrderType {
  /** Rests at its limit price. */
  LIMIT(true, false, false),
  /** Takes what is there. */
  MARKET(false, false, false),
  /** A limit order that shows a part of itself. */
  ICEBERG(true, false, false),
  /** Becomes a market order when the price turns bad. */
  STOP_LOSS(false, true, false),
  /** Becomes a limit order when the price turns bad. */
  STOP_LOSS_LIMIT(true, true, false),
  /** Becomes a market order when the price turns good. */
  TAKE_PROFIT(false, true, false),
  /** Becomes a limit order when the price turns good. */
  TAKE_PROFIT_LIMIT(true, true, false),
  /** Becomes a market order when the price falls back from its peak. */
  TRAILING_STOP(false, true, true),
  /** Becomes a limit order when the price falls back from its peak. */
  TRAILING_STOP_LIMIT(true, true, true),
  /** Settles a margin position. */
  SETTLE_POSITION(false, false, false);

  private final boolean limited;
  private final boolean triggered;
  private final boolean trailing;

  OrderType(boolean limited, boolean triggered, boolean trailing) {
    this.limited = limited;
    this.triggered = triggered;
    this.trailing = trailing;
  }

  /**
   * Whether it has a limit price.
   *
   * @return true for {@code LIMIT}, {@code ICEBERG} and the {@code _LIMIT} kinds
   */
  public boolean limited() {
    return limited;
  }

  /**
   * Whether it waits for a trigger.
   *
   * @return true for stops, take-profits and trailing stops
   */
  public boolean triggered() {
    return triggered;
  }

  /**
   * Whether its trigger follows the price.
   *
   * @return true for trailing stops
   */
  public boolean trailing() {
    return trailing;
  }
}
