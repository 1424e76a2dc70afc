package io.krakenspot.port;

import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import org.jspecify.annotations.Nullable;

/**
 * One book frame, decoded: a snapshot or an update of one pair. A codec owns one and refills it for
 * each frame, so it is valid only during {@link Inbound#book}.
 *
 * <p>Source: Kraken {@code book}, v1 and v2.
 */
public final class BookChange {
  /** The {@link #checksum()} of a frame without one. */
  public static final long NO_CHECKSUM = -1;

  /** The {@link #epochMicros()} of a frame without a time. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private static final Pair NOWHERE = Pair.of("NO/PAIR");

  private final LevelChanges asks = new LevelChanges();
  private final LevelChanges bids = new LevelChanges();
  private Pair pair = NOWHERE;
  private @Nullable Depth depth;
  private boolean snapshot;
  private long checksum = NO_CHECKSUM;
  private long epochMicros = NO_TIME;

  /** Makes an empty change. */
  public BookChange() {}

  /** Forgets the last frame. */
  public void clear() {
    asks.clear();
    bids.clear();
    pair = NOWHERE;
    depth = null;
    snapshot = false;
    checksum = NO_CHECKSUM;
    epochMicros = NO_TIME;
  }

  /**
   * Says what the frame is.
   *
   * @param pair the pair
   * @param depth the depth if the frame names it (v1), or null (v2)
   * @param snapshot whether it replaces the book
   */
  public void describe(Pair pair, @Nullable Depth depth, boolean snapshot) {
    this.pair = pair;
    this.depth = depth;
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
   * @param epochMicros microseconds since the epoch
   */
  public void epochMicros(long epochMicros) {
    this.epochMicros = epochMicros;
  }

  /**
   * The ask levels in the frame's order.
   *
   * @return to fill or to read
   */
  public LevelChanges asks() {
    return asks;
  }

  /**
   * The bid levels in the frame's order.
   *
   * @return to fill or to read
   */
  public LevelChanges bids() {
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
   * The depth if the frame names it.
   *
   * @return null on v2
   */
  public @Nullable Depth depth() {
    return depth;
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
   * The checksum of the best ten levels a side after this frame.
   *
   * @return unsigned 32 bits, or {@link #NO_CHECKSUM}
   */
  public long checksum() {
    return checksum;
  }

  /**
   * The exchange's time of the frame.
   *
   * @return microseconds since the epoch, or {@link #NO_TIME}
   */
  public long epochMicros() {
    return epochMicros;
  }
}
