package io.krakenspot.port;

import io.krakenspot.market.Pair;

/**
 * One frame of a book of individual orders, decoded: a snapshot or an update of one pair. A codec
 * owns one and refills it for each frame, so it is valid only during {@link Inbound#level3}.
 *
 * <p>Source: Kraken {@code level3}, v2.
 */
public final class Level3Change {
  /** The {@link #checksum()} of a frame without one. */
  public static final long NO_CHECKSUM = BookChange.NO_CHECKSUM;

  /** The time of a frame or an order that has none. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private static final Pair NOWHERE = Pair.of("NO/PAIR");

  private final OrderChanges asks = new OrderChanges();
  private final OrderChanges bids = new OrderChanges();
  private Pair pair = NOWHERE;
  private boolean snapshot;
  private long checksum = NO_CHECKSUM;
  private long epochNanos = NO_TIME;

  /** Makes an empty change. */
  public Level3Change() {}

  /** Forgets the last frame. */
  public void clear() {
    asks.clear();
    bids.clear();
    pair = NOWHERE;
    snapshot = false;
    checksum = NO_CHECKSUM;
    epochNanos = NO_TIME;
  }

  /**
   * Says what the frame is.
   *
   * @param pair the pair
   * @param snapshot whether it replaces the book
   */
  public void describe(Pair pair, boolean snapshot) {
    this.pair = pair;
    this.snapshot = snapshot;
  }

  /**
   * Sets the checksum.
   *
   * @param checksum unsigned 32 bits
   */
  public void checksum(long checksum) {
    this.checksum = checksum;
  }

  /**
   * Sets the exchange's time.
   *
   * @param epochNanos nanoseconds since the epoch
   */
  public void epochNanos(long epochNanos) {
    this.epochNanos = epochNanos;
  }

  /**
   * The asks in the frame's order.
   *
   * @return to fill or to read
   */
  public OrderChanges asks() {
    return asks;
  }

  /**
   * The bids in the frame's order.
   *
   * @return to fill or to read
   */
  public OrderChanges bids() {
    return bids;
  }

  /**
   * The pair.
   *
   * @return for example {@code BTC/USD}
   */
  public Pair pair() {
    return pair;
  }

  /**
   * Whether the frame replaces the book.
   *
   * @return false for an update
   */
  public boolean snapshot() {
    return snapshot;
  }

  /**
   * The checksum of every order of the best ten levels a side after this frame.
   *
   * @return unsigned 32 bits, or {@link #NO_CHECKSUM}
   */
  public long checksum() {
    return checksum;
  }

  /**
   * The exchange's time of the frame.
   *
   * @return nanoseconds since the epoch, or {@link #NO_TIME}
   */
  public long epochNanos() {
    return epochNanos;
  }
}
