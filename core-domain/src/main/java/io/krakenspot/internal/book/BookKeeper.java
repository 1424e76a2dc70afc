package io.krakenspot.internal.book;

import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Levels;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Verification;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.LevelChanges;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Keeps the book of one pair: applies whole frames, cuts to the depth, checks, and shows levels
 * only while they can be relied on. A live view of itself; lives on one loop.
 */
public final class BookKeeper implements Book {
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

  private static final Levels NOTHING = new LevelList();

  private final Pair pair;
  private final Depth depth;
  private final BookSide asks;
  private final BookSide bids;
  private final LevelList changedAsks = new LevelList();
  private final LevelList changedBids = new LevelList();
  private final BookChecksum checksums;
  private final FrameDecimals decimals = new FrameDecimals();
  private BookState state = BookState.SYNCING;
  private Verification verification = Verification.NONE;
  private boolean fromSnapshot;
  private int priceScale;
  private int quantityScale;
  private long checksum = BookChange.NO_CHECKSUM;
  private long epochMicros = BookChange.NO_TIME;
  private long verifiedAtNanos;

  /**
   * A book that waits for its first snapshot.
   *
   * @param pair the pair
   * @param depth levels a side
   */
  public BookKeeper(Pair pair, Depth depth) {
    this.pair = pair;
    this.depth = depth;
    this.asks = new BookSide(false, depth.levels());
    this.bids = new BookSide(true, depth.levels());
    this.checksums = new BookChecksum(asks, bids);
  }

  /**
   * Applies a frame.
   *
   * @param change the frame
   * @param nowNanos the loop's clock
   * @return what became of it
   */
  public Outcome apply(BookChange change, long nowNanos) {
    if (state == BookState.CLOSED || (!change.snapshot() && state != BookState.LIVE)) {
      return Outcome.IGNORED;
    }
    fromSnapshot = change.snapshot();
    checksum = change.checksum();
    epochMicros = change.epochMicros();
    if (!makeRoom(change)) {
      return withhold(Outcome.INVALID);
    }
    changedAsks.clear(priceScale, quantityScale);
    changedBids.clear(priceScale, quantityScale);
    applySide(change.asks(), asks, changedAsks);
    applySide(change.bids(), bids, changedBids);
    return judge(nowNanos);
  }

  /**
   * Withholds the book: it is no longer known to be right. A closed book stays closed.
   *
   * @param why {@link BookState#STALE}, {@link BookState#RESYNCING} or {@link BookState#CLOSED}
   */
  public void withhold(BookState why) {
    if (state != BookState.CLOSED) {
      state = why;
    }
  }

  /**
   * The checksum of the levels held, whether shown or not.
   *
   * @return unsigned 32 bits
   */
  public long computedChecksum() {
    return checksums.current();
  }

  private Outcome judge(long nowNanos) {
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

  private Outcome withhold(Outcome outcome) {
    state = BookState.RESYNCING;
    return outcome;
  }

  private boolean crossed() {
    return asks.size() > 0 && bids.size() > 0 && bids.priceUnscaled(0) >= asks.priceUnscaled(0);
  }

  /** Brings the book to the decimals of the frame; false if that cannot be. */
  private boolean makeRoom(BookChange change) {
    boolean bounded =
        decimals.read(change, fromSnapshot ? 0 : priceScale, fromSnapshot ? 0 : quantityScale);
    if (!bounded || !pricesFit(change.asks()) || !pricesFit(change.bids())) {
      return false;
    }
    if (fromSnapshot) {
      asks.clear(decimals.price(), decimals.quantity());
      bids.clear(decimals.price(), decimals.quantity());
    } else if (!widen()) {
      return false;
    }
    priceScale = decimals.price();
    quantityScale = decimals.quantity();
    checksums.decimals(fromSnapshot, priceScale, quantityScale);
    return true;
  }

  private boolean pricesFit(LevelChanges levels) {
    for (int i = 0; i < levels.size(); i++) {
      int shift = decimals.price() - levels.priceScale(i);
      if (shift != 0 && !PowersOfTen.fits(levels.price(i), shift)) {
        return false;
      }
    }
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

  private void applySide(LevelChanges levels, BookSide side, LevelList changed) {
    for (int i = 0; i < levels.size(); i++) {
      long price = PowersOfTen.times(levels.price(i), priceScale - levels.priceScale(i));
      long quantity = quantityAtScale(levels, i);
      if (quantity == Levels.TOO_WIDE) {
        BigDecimal wide = exactQuantity(levels, i);
        side.setWide(price, wide);
        changed.addWide(price, wide);
      } else {
        side.set(price, quantity);
        changed.add(price, quantity);
      }
    }
    side.cut(depth.levels());
  }

  private long quantityAtScale(LevelChanges levels, int index) {
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

  private static BigDecimal exactQuantity(LevelChanges levels, int index) {
    BigDecimal wide = levels.wideQuantity(index);
    return wide != null
        ? wide
        : BigDecimal.valueOf(levels.quantity(index), levels.quantityScale(index));
  }

  @Override
  public Pair pair() {
    return pair;
  }

  @Override
  public Depth depth() {
    return depth;
  }

  @Override
  public BookState state() {
    return state;
  }

  @Override
  public Levels asks() {
    return shown(asks);
  }

  @Override
  public Levels bids() {
    return shown(bids);
  }

  @Override
  public Levels changedAsks() {
    return shown(fromSnapshot ? asks : changedAsks);
  }

  @Override
  public Levels changedBids() {
    return shown(fromSnapshot ? bids : changedBids);
  }

  private Levels shown(Levels levels) {
    return state == BookState.LIVE ? levels : NOTHING;
  }

  @Override
  public boolean fromSnapshot() {
    return fromSnapshot;
  }

  @Override
  public int priceScale() {
    return priceScale;
  }

  @Override
  public int quantityScale() {
    return quantityScale;
  }

  @Override
  public Verification verification() {
    return verification;
  }

  @Override
  public long verifiedAtNanos() {
    return verifiedAtNanos;
  }

  @Override
  public long checksum() {
    return checksum;
  }

  @Override
  public long epochMicros() {
    return epochMicros;
  }

  @Override
  public Book copy() {
    boolean live = state == BookState.LIVE;
    Levels copiedAsks = live ? asks.freeze() : NOTHING;
    Levels copiedBids = live ? bids.freeze() : NOTHING;
    return new BookCopy(
        pair,
        depth,
        state,
        copiedAsks,
        copiedBids,
        !live ? NOTHING : fromSnapshot ? copiedAsks : changedAsks.freeze(),
        !live ? NOTHING : fromSnapshot ? copiedBids : changedBids.freeze(),
        fromSnapshot,
        priceScale,
        quantityScale,
        verification,
        verifiedAtNanos,
        checksum,
        epochMicros);
  }

  @Override
  public String toString() {
    return pair + " book of " + depth.levels() + ", " + state;
  }
}
