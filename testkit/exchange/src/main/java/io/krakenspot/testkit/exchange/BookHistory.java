package io.krakenspot.testkit.exchange;

import io.krakenspot.market.BookLevel;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.market.MarketPair;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The books that the exchange published, the best ten levels a side, so that a reader can prove
 * that a book it was shown is one of them. Whatever faults do on the way to a client, only the
 * truth is kept here. The last 10,000 versions of each pair are remembered. Safe for any thread.
 *
 * <pre>{@code
 * exchange.history().find(Pair.of("BTC/USD"), shown).orElseThrow().version(); // for example 4711
 * }</pre>
 */
public final class BookHistory {
  private static final int VERSIONS = 10_000;

  private final Map<Pair, Deque<PublishedBook>> books = new ConcurrentHashMap<>();

  BookHistory() {}

  void published(MarketPair pair, Instant time) {
    Deque<PublishedBook> ofPair = of(pair.pair());
    synchronized (ofPair) {
      PublishedBook last = ofPair.peekLast();
      long version = last == null ? 0 : last.version() + 1;
      ofPair.addLast(
          new PublishedBook(
              version,
              time,
              pair,
              pair.top(Side.BUY, MarketPair.CHECKED_LEVELS),
              pair.top(Side.SELL, MarketPair.CHECKED_LEVELS)));
      if (ofPair.size() > VERSIONS) {
        ofPair.removeFirst();
      }
    }
  }

  private Deque<PublishedBook> of(Pair pair) {
    return books.computeIfAbsent(pair, none -> new ArrayDeque<>());
  }

  /**
   * Everything that is remembered of a pair.
   *
   * @param pair which
   * @return a copy, oldest first; empty if the pair is not listed
   */
  public List<PublishedBook> versions(Pair pair) {
    Deque<PublishedBook> ofPair = of(pair);
    synchronized (ofPair) {
      return new ArrayList<>(ofPair);
    }
  }

  /**
   * Looks a book up, by value: the digits after the last that counts do not matter.
   *
   * @param pair whose
   * @param shown at most ten levels a side are looked at
   * @return the newest version that is the same; empty if it was never published
   */
  public Optional<PublishedBook> find(Pair pair, MarketBook shown) {
    Deque<PublishedBook> ofPair = of(pair);
    synchronized (ofPair) {
      for (Iterator<PublishedBook> all = ofPair.descendingIterator(); all.hasNext(); ) {
        PublishedBook book = all.next();
        if (same(book.book().bids(), shown.bids()) && same(book.book().asks(), shown.asks())) {
          return Optional.of(book);
        }
      }
      return Optional.empty();
    }
  }

  private static boolean same(List<BookLevel> published, List<BookLevel> shown) {
    if (published.size() != Math.min(shown.size(), MarketPair.CHECKED_LEVELS)) {
      return false;
    }
    for (int place = 0; place < published.size(); place++) {
      BookLevel one = published.get(place);
      BookLevel other = shown.get(place);
      if (one.price().compareTo(other.price()) != 0
          || one.quantity().compareTo(other.quantity()) != 0) {
        return false;
      }
    }
    return true;
  }
}
