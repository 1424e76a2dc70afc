package io.krakenspot.internal.book;

import io.krakenspot.market.Book;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Levels;
import io.krakenspot.market.Pair;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.LevelChanges;
import java.math.BigDecimal;

/**
 * Keeps the book of one pair: applies whole frames, cuts to the depth, checks, and shows levels
 * only while they can be relied on. A live view of itself; lives on one loop.
 */
public final class BookKeeper extends Keeper implements Book {
  private static final Levels NOTHING = new LevelList();

  private final Pair pair;
  private final Depth depth;
  private final BookSide asks;
  private final BookSide bids;
  private final LevelList changedAsks = new LevelList();
  private final LevelList changedBids = new LevelList();
  private long epochMicros = BookChange.NO_TIME;

  /**
   * A book that waits for its first snapshot.
   *
   * @param pair the pair
   * @param depth levels a side
   */
  public BookKeeper(Pair pair, Depth depth) {
    this(pair, depth, new BookSide(false, depth.levels()), new BookSide(true, depth.levels()));
  }

  private BookKeeper(Pair pair, Depth depth, BookSide asks, BookSide bids) {
    super(asks, bids);
    this.pair = pair;
    this.depth = depth;
    this.asks = asks;
    this.bids = bids;
  }

  /**
   * Applies a frame.
   *
   * @param change the frame
   * @param nowNanos the loop's clock
   * @return what became of it
   */
  public Outcome apply(BookChange change, long nowNanos) {
    if (ignores(change.snapshot())) {
      return Outcome.IGNORED;
    }
    epochMicros = change.epochMicros();
    if (!makeRoom(change.snapshot(), change.checksum(), change.asks(), change.bids())) {
      return withhold(Outcome.INVALID);
    }
    changedAsks.clear(priceScale(), quantityScale());
    changedBids.clear(priceScale(), quantityScale());
    applySide(change.asks(), asks, changedAsks);
    applySide(change.bids(), bids, changedBids);
    return judge(nowNanos);
  }

  private void applySide(LevelChanges levels, BookSide side, LevelList changed) {
    for (int i = 0; i < levels.size(); i++) {
      long price = priceAtScale(levels, i);
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

  @Override
  public Pair pair() {
    return pair;
  }

  @Override
  public Depth depth() {
    return depth;
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
    return shown(fromSnapshot() ? asks : changedAsks);
  }

  @Override
  public Levels changedBids() {
    return shown(fromSnapshot() ? bids : changedBids);
  }

  private Levels shown(Levels levels) {
    return live() ? levels : NOTHING;
  }

  @Override
  public long epochMicros() {
    return epochMicros;
  }

  @Override
  public Book copy() {
    Levels copiedAsks = live() ? asks.freeze() : NOTHING;
    Levels copiedBids = live() ? bids.freeze() : NOTHING;
    return new BookCopy(
        pair,
        depth,
        state(),
        copiedAsks,
        copiedBids,
        !live() ? NOTHING : fromSnapshot() ? copiedAsks : changedAsks.freeze(),
        !live() ? NOTHING : fromSnapshot() ? copiedBids : changedBids.freeze(),
        fromSnapshot(),
        priceScale(),
        quantityScale(),
        verification(),
        verifiedAtNanos(),
        checksum(),
        epochMicros);
  }

  @Override
  public String toString() {
    return pair + " book of " + depth.levels() + ", " + state();
  }
}
