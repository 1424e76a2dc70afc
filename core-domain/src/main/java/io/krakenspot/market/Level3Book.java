package io.krakenspot.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order book of a pair, order by order, to a subscribed number of price levels a side. It does
 * not show orders in flight, triggers that have not fired, and the hidden part of icebergs.
 *
 * <p>A book given to a listener on the loop is a live view: it is valid during the call and changes
 * afterwards. {@link #copy()} makes one to keep, safe for any thread. Where a listener runs on an
 * executor of its own, the book it gets is already such a copy.
 *
 * <p>Source: Kraken {@code level3} and "level 3 checksum" guide, v2.
 */
public interface Level3Book {
  /**
   * The pair.
   *
   * @return for example {@code BTC/USD}
   */
  Pair pair();

  /**
   * The subscribed depth.
   *
   * @return for example {@link Level3Depth#D10}
   */
  Level3Depth depth();

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
  Level3Levels asks();

  /**
   * The bids, highest price first; empty unless the book is live.
   *
   * @return a view
   */
  Level3Levels bids();

  /**
   * What the last frame said of asks, in its order; after a snapshot all of them as added; empty
   * unless the book is live.
   *
   * @return an immutable copy
   */
  List<Level3Event> askEvents();

  /**
   * What the last frame said of bids, in its order; after a snapshot all of them as added; empty
   * unless the book is live.
   *
   * @return an immutable copy
   */
  List<Level3Event> bidEvents();

  /**
   * Where an order stands in its queue, for example one's own.
   *
   * @param orderId Kraken's order id, for example {@code O7VFZI-CTFWH-FF6EIR}
   * @return empty if no such order is in view, or the book is not live
   */
  Optional<QueuePosition> queuePosition(String orderId);

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
   * What the last frame's checksum said. It covers every order of the best ten levels a side.
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
   * The checksum that the last frame carried.
   *
   * @return unsigned 32 bits, or -1 if that frame had none
   */
  long checksum();

  /**
   * The exchange's time of the last frame.
   *
   * @return nanoseconds since the epoch, or {@link Long#MIN_VALUE} if the frame had none
   */
  long epochNanos();

  /**
   * The exchange's time of the last frame as a value.
   *
   * @return null if the frame had none
   */
  @Nullable Instant timestamp();

  /**
   * The best bid with the sum of its orders.
   *
   * @return null if there is none
   */
  default @Nullable BookLevel bestBid() {
    return bids().size() == 0 ? null : bids().level(0);
  }

  /**
   * The best ask with the sum of its orders.
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
  Level3Book copy();
}
