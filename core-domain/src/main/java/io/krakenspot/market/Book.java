package io.krakenspot.market;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The order book of a pair: price levels best first, to a subscribed depth.
 *
 * <p>A book given to a listener on the loop is a live view: it is valid during the call and changes
 * afterwards. {@link #copy()} makes one to keep, safe for any thread. Where a listener runs on an
 * executor of its own, the book it gets is already such a copy.
 *
 * <p>Source: Kraken {@code book} and "book checksum" guides, v1 and v2.
 */
public interface Book {
  /**
   * The pair.
   *
   * @return for example {@code BTC/USD}
   */
  Pair pair();

  /**
   * The subscribed depth.
   *
   * @return for example {@link Depth#D10}
   */
  Depth depth();

  /**
   * Whether the book may be relied on. Unless {@link BookState#LIVE} both sides are empty.
   *
   * @return the state
   */
  BookState state();

  /**
   * The asks, lowest price first; empty unless the book is live.
   *
   * @return a view
   */
  Levels asks();

  /**
   * The bids, highest price first; empty unless the book is live.
   *
   * @return a view
   */
  Levels bids();

  /**
   * The ask levels that the last frame named, in its order; a zero quantity removed the level.
   * After a snapshot these are all asks.
   *
   * @return a view
   */
  Levels changedAsks();

  /**
   * The bid levels that the last frame named, in its order; a zero quantity removed the level.
   * After a snapshot these are all bids.
   *
   * @return a view
   */
  Levels changedBids();

  /**
   * Whether the last frame was a snapshot.
   *
   * @return false after an update
   */
  boolean fromSnapshot();

  /**
   * Decimals of raw prices.
   *
   * @return for example 1
   */
  int priceScale();

  /**
   * Decimals of raw quantities.
   *
   * @return for example 8
   */
  int quantityScale();

  /**
   * What the last frame's checksum said.
   *
   * @return {@link Verification#NONE} if that frame had none
   */
  Verification verification();

  /**
   * When a checksum last held, by this machine's monotonic clock.
   *
   * @return nanoseconds of the loop's clock; zero if none ever held
   */
  long verifiedAtNanos();

  /**
   * The checksum of the best ten levels a side that the last frame carried.
   *
   * @return unsigned 32 bits, or -1 if that frame had none; the digits behind it differ between v1
   *     and v2
   */
  long checksum();

  /**
   * The exchange's time of the last frame.
   *
   * @return microseconds since the epoch, or {@link Long#MIN_VALUE} if the frame had none
   */
  long epochMicros();

  /**
   * The exchange's time of the last frame as a value.
   *
   * @return null if the frame had none
   */
  default @Nullable Instant timestamp() {
    long micros = epochMicros();
    return micros == Long.MIN_VALUE
        ? null
        : Instant.ofEpochSecond(
            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
  }

  /**
   * The best bid.
   *
   * @return null if there is none
   */
  default @Nullable BookLevel bestBid() {
    return bids().size() == 0 ? null : bids().level(0);
  }

  /**
   * The best ask.
   *
   * @return null if there is none
   */
  default @Nullable BookLevel bestAsk() {
    return asks().size() == 0 ? null : asks().level(0);
  }

  /**
   * The best ask less the best bid, quote currency.
   *
   * @return null if a side is empty
   */
  default @Nullable BigDecimal spread() {
    return asks().size() == 0 || bids().size() == 0
        ? null
        : asks().price(0).subtract(bids().price(0));
  }

  /**
   * An immutable copy of the book as it stands.
   *
   * @return a book that no longer changes, safe for any thread
   */
  Book copy();
}
