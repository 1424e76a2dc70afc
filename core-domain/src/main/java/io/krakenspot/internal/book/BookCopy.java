package io.krakenspot.internal.book;

import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Levels;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Verification;

/** A book that no longer changes. */
record BookCopy(
    Pair pair,
    Depth depth,
    BookState state,
    Levels asks,
    Levels bids,
    Levels changedAsks,
    Levels changedBids,
    boolean fromSnapshot,
    int priceScale,
    int quantityScale,
    Verification verification,
    long verifiedAtNanos,
    long checksum,
    long epochMicros)
    implements Book {
  @Override
  public Book copy() {
    return this;
  }
}
