package io.krakenspot.order;

/**
 * What kind of order it is, for example {@link #STOP_LOSS_LIMIT}.
 *
 * <p>Source: Kraken v1 {@code addOrder.ordertype}, v2 {@code add_order.order_type}.
 */
public enum OrderType {
  /** Trades at its limit price or better. */
  LIMIT("limit", true, false),
  /** Trades at once at the best prices there are. */
  MARKET("market", false, false),
  /** A limit order that shows a part of itself; v2 only. */
  ICEBERG("iceberg", true, false),
  /** Becomes a market order when the price has got worse. */
  STOP_LOSS("stop-loss", false, true),
  /** Becomes a limit order when the price has got worse. */
  STOP_LOSS_LIMIT("stop-loss-limit", true, true),
  /** Becomes a market order when the price has got better. */
  TAKE_PROFIT("take-profit", false, true),
  /** Becomes a limit order when the price has got better. */
  TAKE_PROFIT_LIMIT("take-profit-limit", true, true),
  /** Becomes a market order when the price has come back from its peak by a distance. */
  TRAILING_STOP("trailing-stop", false, true),
  /** Becomes a limit order when the price has come back from its peak by a distance. */
  TRAILING_STOP_LIMIT("trailing-stop-limit", true, true),
  /** Settles a margin position. */
  SETTLE_POSITION("settle-position", false, false),
  /** A kind this version of the library does not know. */
  UNKNOWN("", false, false);

  private final String wireName;
  private final boolean limited;
  private final boolean triggered;

  OrderType(String wireName, boolean limited, boolean triggered) {
    this.wireName = wireName;
    this.limited = limited;
    this.triggered = triggered;
  }

  /**
   * The type of a name.
   *
   * @param wireName for example {@code stop-loss-limit}
   * @return {@link #UNKNOWN} if there is none
   */
  public static OrderType of(String wireName) {
    for (OrderType type : values()) {
      if (type.wireName.equals(wireName)) {
        return type;
      }
    }
    return UNKNOWN;
  }

  /**
   * The name that both versions use.
   *
   * @return for example {@code stop-loss-limit}; empty for {@link #UNKNOWN}
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Whether it has a limit price.
   *
   * @return true for {@code limit}, {@code iceberg} and all {@code ...-limit}
   */
  public boolean limited() {
    return limited;
  }

  /**
   * Whether it waits for a trigger price.
   *
   * @return true for stop-loss, take-profit and trailing-stop types
   */
  public boolean triggered() {
    return triggered;
  }

  /**
   * Whether its trigger follows the market at a distance.
   *
   * @return true for trailing-stop types
   */
  public boolean trailing() {
    return this == TRAILING_STOP || this == TRAILING_STOP_LIMIT;
  }
}
