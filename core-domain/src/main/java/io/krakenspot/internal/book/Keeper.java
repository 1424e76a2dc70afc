package io.krakenspot.internal.book;

import io.krakenspot.market.BookState;
import io.krakenspot.market.Levels;
import io.krakenspot.market.Verification;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.LevelChanges;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What the keepers of books share: whether the book may be shown, its decimals, and the check of
 * each frame. Lives on one loop.
 */
public abstract sealed class Keeper permits BookKeeper, Level3Keeper {
  /** What became of a frame. */
  public enum Outcome {
    /** Applied; the book is live. */
    APPLIED,
    /** An update of a book that is waiting for a snapshot; it changed nothing. */
    IGNORED,
    /** Applied, and its checksum did not hold: the book is withheld until the next snapshot. */
    MISMATCH,
    /**
     * Crossed without a checksum to vouch for it, or with numbers beyond all bounds: withheld until
     * the next snapshot.
     */
    INVALID
  }

  private final KeptSide asks;
  private final KeptSide bids;
  private final BookChecksum checksums;
  private final FrameDecimals decimals = new FrameDecimals();
  private BookState state = BookState.SYNCING;
  private Verification verification = Verification.NONE;
  private boolean fromSnapshot;
  private int priceScale;
  private int quantityScale;
  private long checksum = BookChange.NO_CHECKSUM;
  private long verifiedAtNanos;

  Keeper(KeptSide asks, KeptSide bids) {
    this.asks = asks;
    this.bids = bids;
    this.checksums = new BookChecksum(asks, bids);
  }

  /**
   * Withholds the book: it is no longer known to be right. A closed book stays closed.
   *
   * @param why {@link BookState#STALE}, {@link BookState#RESYNCING} or {@link BookState#CLOSED}
   */
  public final void withhold(BookState why) {
    if (state != BookState.CLOSED) {
      state = why;
    }
  }

  /**
   * The checksum of the levels held, whether shown or not.
   *
   * @return unsigned 32 bits
   */
  public final long computedChecksum() {
    return checksums.current();
  }

  /**
   * Whether the book may be relied on.
   *
   * @return the state
   */
  public final BookState state() {
    return state;
  }

  /**
   * Whether the last frame was a snapshot.
   *
   * @return false after an update
   */
  public final boolean fromSnapshot() {
    return fromSnapshot;
  }

  /**
   * Decimals of raw prices.
   *
   * @return for example 1
   */
  public final int priceScale() {
    return priceScale;
  }

  /**
   * Decimals of raw quantities.
   *
   * @return for example 8
   */
  public final int quantityScale() {
    return quantityScale;
  }

  /**
   * What the last frame's checksum said.
   *
   * @return {@link Verification#NONE} if that frame had none
   */
  public final Verification verification() {
    return verification;
  }

  /**
   * When a checksum last held.
   *
   * @return nanoseconds of the loop's clock; zero if none ever held
   */
  public final long verifiedAtNanos() {
    return verifiedAtNanos;
  }

  /**
   * The checksum that the last frame carried.
   *
   * @return unsigned 32 bits, or {@link BookChange#NO_CHECKSUM}
   */
  public final long checksum() {
    return checksum;
  }

  /**
   * The book as it stands, for listeners on threads of their own.
   *
   * @return an immutable copy
   */
  public abstract Object copy();

  final boolean live() {
    return state == BookState.LIVE;
  }

  final boolean ignores(boolean snapshot) {
    return state == BookState.CLOSED || (!snapshot && state != BookState.LIVE);
  }

  /** Brings the book to the decimals of a frame that it will take; false if that cannot be. */
  final boolean makeRoom(
      boolean snapshot, long frameChecksum, LevelChanges frameAsks, LevelChanges frameBids) {
    fromSnapshot = snapshot;
    checksum = frameChecksum;
    boolean fits =
        decimals.read(
            frameAsks, frameBids, snapshot ? 0 : priceScale, snapshot ? 0 : quantityScale);
    if (!fits) {
      return false;
    }
    if (snapshot) {
      asks.clear(decimals.price(), decimals.quantity());
      bids.clear(decimals.price(), decimals.quantity());
    } else if (!widen()) {
      return false;
    }
    priceScale = decimals.price();
    quantityScale = decimals.quantity();
    checksums.decimals(snapshot, priceScale, quantityScale);
    return true;
  }

  private boolean widen() {
    if (decimals.price() > priceScale) {
      if (!asks.canWidenPrices(decimals.price()) || !bids.canWidenPrices(decimals.price())) {
        return false;
      }
      asks.widenPrices(decimals.price());
      bids.widenPrices(decimals.price());
    }
    if (decimals.quantity() > quantityScale) {
      asks.widenQuantities(decimals.quantity());
      bids.widenQuantities(decimals.quantity());
    }
    return true;
  }

  /** What the book is worth after a frame was applied to it. */
  final Outcome judge(long nowNanos) {
    if (checksum == BookChange.NO_CHECKSUM) {
      verification = Verification.NONE;
      if (crossed()) {
        return withhold(Outcome.INVALID);
      }
    } else if (checksums.holds(checksum)) {
      verification = Verification.VERIFIED;
      verifiedAtNanos = nowNanos;
    } else {
      verification = Verification.MISMATCH;
      return withhold(Outcome.MISMATCH);
    }
    state = BookState.LIVE;
    return Outcome.APPLIED;
  }

  final Outcome withhold(Outcome outcome) {
    state = BookState.RESYNCING;
    return outcome;
  }

  private boolean crossed() {
    return asks.size() > 0 && bids.size() > 0 && bids.priceUnscaled(0) >= asks.priceUnscaled(0);
  }

  final long priceAtScale(LevelChanges levels, int index) {
    return PowersOfTen.times(levels.price(index), priceScale - levels.priceScale(index));
  }

  /** The quantity at the book's scale, or {@link Levels#TOO_WIDE}. */
  final long quantityAtScale(LevelChanges levels, int index) {
    BigDecimal wide = levels.wideQuantity(index);
    if (wide != null) {
      BigInteger unscaled = wide.setScale(quantityScale).unscaledValue();
      return unscaled.bitLength() < Long.SIZE ? unscaled.longValue() : Levels.TOO_WIDE;
    }
    long quantity = levels.quantity(index);
    int shift = quantityScale - levels.quantityScale(index);
    return shift == 0 || PowersOfTen.fits(quantity, shift)
        ? PowersOfTen.times(quantity, shift)
        : Levels.TOO_WIDE;
  }

  static BigDecimal exactQuantity(LevelChanges levels, int index) {
    BigDecimal wide = levels.wideQuantity(index);
    return wide != null
        ? wide
        : BigDecimal.valueOf(levels.quantity(index), levels.quantityScale(index));
  }
}
