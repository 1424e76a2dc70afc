package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.BookState;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Levels;
import io.krakenspot.market.Level3Order;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Verification;
import io.krakenspot.testkit.exchange.Exchange;
import io.krakenspot.testkit.exchange.MarketOrders;
import java.math.BigDecimal;
import java.util.List;

/** Holds books of orders against the exchange's own, order by order. */
final class Level3Probe extends Probe<Level3Book> {
  private final Exchange exchange;

  Level3Probe(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  Pair pair(Level3Book book) {
    return book.pair();
  }

  @Override
  BookState state(Level3Book book) {
    return book.state();
  }

  @Override
  Verification verification(Level3Book book) {
    return book.verification();
  }

  @Override
  int levels(Level3Book book) {
    return book.asks().size() + book.bids().size();
  }

  @Override
  void assertTrue(Level3Book book) {
    MarketOrders truth = exchange.orders(book.pair(), book.depth().levels());
    assertTrue(book, book.asks(), truth.asks());
    assertTrue(book, book.bids(), truth.bids());
  }

  private static void assertTrue(
      Level3Book book, Level3Levels shown, List<List<Level3Order>> truth) {
    assertThat(shown.size()).as("levels of %s", book.pair()).isEqualTo(truth.size());
    for (int level = 0; level < shown.size(); level++) {
      List<Level3Order> queue = truth.get(level);
      assertThat(shown.orders(level)).as("queue %s of %s", level, book.pair()).isEqualTo(queue);
      assertThat(shown.quantity(level)).as("sum of a queue").isEqualByComparingTo(sum(queue));
    }
    if (!truth.isEmpty()) {
      assertPlaces(book, truth.get(0));
    }
  }

  private static void assertPlaces(Level3Book book, List<Level3Order> queue) {
    for (int ahead = 0; ahead < queue.size(); ahead++) {
      int place = ahead;
      BigDecimal before = sum(queue.subList(0, place));
      assertThat(book.queuePosition(queue.get(place).id()))
          .hasValueSatisfying(
              position -> {
                assertThat(position.ordersAhead()).isEqualTo(place);
                assertThat(position.quantityAhead()).isEqualByComparingTo(before);
              });
    }
  }

  private static BigDecimal sum(List<Level3Order> queue) {
    return queue.stream().map(Level3Order::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
