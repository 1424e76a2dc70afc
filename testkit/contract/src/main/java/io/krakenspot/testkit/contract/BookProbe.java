package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Verification;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.MarketBook;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds every book that is shown against the exchange's own at that very moment: it must be live
 * and equal, level by level. What does not hold fails the case, since a listener that throws is
 * reported.
 */
final class BookProbe extends Heard<Book> {
  private final Exchange exchange;
  private final Map<Pair, Integer> shown = new HashMap<>();
  private final Map<Pair, Book> views = new HashMap<>();
  private int verified;

  BookProbe(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public void on(Book book) {
    assertThat(book.state()).as("state of a book that is shown").isEqualTo(BookState.LIVE);
    assertThat(book.verification()).as("verification").isNotEqualTo(Verification.MISMATCH);
    same(book, exchange.book(book.pair(), book.depth().levels()));
    shown.merge(book.pair(), 1, Integer::sum);
    views.put(book.pair(), book);
    verified += book.verification() == Verification.VERIFIED ? 1 : 0;
  }

  private static void same(Book book, MarketBook truth) {
    assertThat(book.asks().toList()).as("asks of %s", book.pair()).isEqualTo(truth.asks());
    assertThat(book.bids().toList()).as("bids of %s", book.pair()).isEqualTo(truth.bids());
  }

  /** How often a pair's book was shown. */
  int shown(Pair pair) {
    return shown.getOrDefault(pair, 0);
  }

  /** How many of the books that were shown carried a checksum that held. */
  int verified() {
    return verified;
  }

  /** The state of a pair's book now; null if it was never shown. */
  @Nullable BookState state(Pair pair) {
    Book view = views.get(pair);
    return view == null ? null : view.state();
  }

  /** How many levels a pair's book shows now. */
  int levelsShown(Pair pair) {
    Book view = Objects.requireNonNull(views.get(pair), () -> "never shown: " + pair);
    return view.asks().size() + view.bids().size();
  }

  /** Whether a pair's book is live and equal to the exchange's now. */
  void assertLive(Pair pair) {
    Book view = Objects.requireNonNull(views.get(pair), () -> "never shown: " + pair);
    assertThat(view.state()).as("state of %s", pair).isEqualTo(BookState.LIVE);
    same(view, exchange.book(pair, view.depth().levels()));
  }
}
