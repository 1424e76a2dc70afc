package io.krakenspot.testkit.exchange.internal.market;

import io.krakenspot.market.Trade;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event of the market means to subscribers.
 *
 * @param pair the pair, as it is after the event
 * @param time of the event
 * @param trades in order; often empty
 * @param bestChanged whether a best price, or the quantity there, changed
 * @param books what changed, by depth; a depth whose part of the book is unchanged is absent
 * @param level3 what single orders did, in order
 * @param checksumError zero, or bits to flip in the checksums of this update
 * @param booksLost whether subscribers of books and of single orders are not told
 */
public record PairUpdate(
    MarketPair pair,
    Instant time,
    List<Trade> trades,
    boolean bestChanged,
    Map<Integer, BookDelta> books,
    List<Level3Event> level3,
    long checksumError,
    boolean booksLost) {

  /**
   * What changed for subscribers of a depth.
   *
   * @param depth levels a side
   * @return null if nothing did
   */
  public @Nullable BookDelta book(int depth) {
    return books.get(depth);
  }

  /**
   * Whether a level that checksums cover changed.
   *
   * @return true if so
   */
  public boolean touchesTopTen() {
    return books.containsKey(MarketPair.CHECKED_LEVELS);
  }

  /**
   * The same event with its book updates lost.
   *
   * @return a copy
   */
  public PairUpdate withoutBooks() {
    return new PairUpdate(pair, time, trades, bestChanged, Map.of(), level3, 0, true);
  }

  /**
   * The same event with wrong checksums.
   *
   * @return a copy
   */
  public PairUpdate withWrongChecksums() {
    return new PairUpdate(pair, time, trades, bestChanged, books, level3, 1, false);
  }
}
