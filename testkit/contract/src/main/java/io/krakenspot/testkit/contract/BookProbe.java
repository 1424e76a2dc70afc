package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Verification;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.MarketBook;

/** Holds books against the exchange's own, level by level. */
final class BookProbe extends Probe<Book> {
  private final Exchange exchange;

  BookProbe(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  Pair pair(Book book) {
    return book.pair();
  }

  @Override
  BookState state(Book book) {
    return book.state();
  }

  @Override
  Verification verification(Book book) {
    return book.verification();
  }

  @Override
  int levels(Book book) {
    return book.asks().size() + book.bids().size();
  }

  @Override
  void assertTrue(Book book) {
    MarketBook truth = exchange.book(book.pair(), book.depth().levels());
    assertThat(book.asks().toList()).as("asks of %s", book.pair()).isEqualTo(truth.asks());
    assertThat(book.bids().toList()).as("bids of %s", book.pair()).isEqualTo(truth.bids());
  }
}
