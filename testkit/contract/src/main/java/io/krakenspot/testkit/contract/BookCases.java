package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.SubscriptionEvent.Kind;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookLevel;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Levels;
import io.krakenspot.market.Pair;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.Ledger.Entry;
import io.krakenspot.testkit.exchange.Move;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books while nothing goes wrong. */
abstract class BookCases extends MarketDataCase {
  private static final int STEPS = 400;

  @ParameterizedTest(name = "{0}")
  @EnumSource(Depth.class)
  @DisplayName("MD-40 a book of every depth equals the exchange's after every update, all checked")
  void everyDepth(Depth depth) {
    BookProbe books = probe(depth, BTC);

    world.step(BTC, STEPS);

    books.assertLive(BTC);
    assertAllShownAndChecked(books, BTC);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"RARE/EUR", "SHIB/USD", "BONK/USD", "ADA/BTC", "DOGE/USD", "ETH/BTC", "TSLAx/USD"})
  @DisplayName("MD-41 thin books, tiny prices and quantities beyond 64 bits are right as well")
  void everyKindOfPair(String name) {
    Pair pair = Pair.of(name);
    BookProbe books = probe(Depth.D25, pair);

    world.step(pair, STEPS);

    books.assertLive(pair);
    assertAllShownAndChecked(books, pair);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Move.class)
  @DisplayName("MD-42 each kind of event changes a book once, never half of it")
  void everyMove(Move move) {
    BookProbe books = probe(Depth.D10, List.of(BTC, Pair.of("RARE/EUR")));

    for (int time = 0; time < 50; time++) {
      world.step(BTC, move);
      world.step(Pair.of("RARE/EUR"), move);
    }

    books.assertLive(BTC);
    books.assertLive(Pair.of("RARE/EUR"));
    assertThat(books.shown(BTC) + books.shown(Pair.of("RARE/EUR")))
        .isEqualTo(2 + (int) counted(Entry.BOOK_UPDATES));
  }

  private void assertAllShownAndChecked(BookProbe books, Pair pair) {
    int updates = (int) counted(Entry.BOOK_UPDATES);
    int checked = has(Feature.BOOK_SNAPSHOT_CHECKSUM) ? updates + 1 : updates;
    assertThat(updates).as("updates").isPositive();
    assertThat(books.shown(pair)).isEqualTo(updates + 1);
    assertThat(books.verified()).isEqualTo(checked);
    assertThat(counters().checksumsVerified()).isEqualTo(checked);
    assertThat(counters().checksumsMismatched()).isZero();
    assertThat(counters().unknownFields()).isZero();
    assertThat(books.kindsOf(pair)).containsExactly(Kind.ACCEPTED);
  }

  @Test
  @DisplayName("MD-43 what a book says has changed turns the book before into the book after")
  void changedLevels() {
    Heard<Book> books = new Heard<>();
    soon(market().books(Depth.D25, List.of(BTC), books).accepted());
    world.step(BTC, 100);

    List<Book> shown = books.events();
    assertThat(shown.get(0).fromSnapshot()).isTrue();
    for (int index = 1; index < shown.size(); index++) {
      Book before = shown.get(index - 1);
      Book after = shown.get(index);
      assertThat(after.fromSnapshot()).isFalse();
      assertThat(changed(before.bids(), after.changedBids(), false))
          .isEqualTo(after.bids().toList());
      assertThat(changed(before.asks(), after.changedAsks(), true))
          .isEqualTo(after.asks().toList());
    }
  }

  private static List<BookLevel> changed(Levels before, Levels changes, boolean rising) {
    TreeMap<BigDecimal, BookLevel> levels =
        new TreeMap<>((one, other) -> rising ? one.compareTo(other) : other.compareTo(one));
    before.toList().forEach(level -> levels.put(level.price(), level));
    for (BookLevel change : changes.toList()) {
      levels.put(change.price(), change);
      if (change.quantity().signum() == 0) {
        levels.remove(change.price());
      }
    }
    return levels.values().stream().limit(Depth.D25.levels()).toList();
  }

  @Test
  @DisplayName("MD-44 a copy of a book no longer changes; its figures agree with its levels")
  void copies() {
    Heard<Book> books = new Heard<>();
    soon(market().books(Depth.D10, List.of(BTC), books).accepted());
    Book first = books.last();
    List<BookLevel> bids = first.bids().toList();

    world.step(BTC, 50);

    assertThat(first.bids().toList()).isEqualTo(bids);
    assertThat(first.bestBid()).isEqualTo(bids.get(0));
    assertThat(first.spread())
        .isEqualByComparingTo(first.asks().price(0).subtract(first.bids().price(0)));
    assertThat(books.last().timestamp()).isNotNull();
    assertThat(books.last().bids().toList()).isEqualTo(exchange().book(BTC).bids());
  }

  @Test
  @DisplayName("MD-45 several depths of one pair are kept side by side")
  void severalDepths() {
    assumeHas(Feature.BOOK_SEVERAL_DEPTHS);
    BookProbe shallow = probe(Depth.D10, BTC);
    BookProbe deep = probe(Depth.D500, BTC);

    world.step(BTC, STEPS);

    shallow.assertLive(BTC);
    deep.assertLive(BTC);
    assertThat(deep.shown(BTC)).isGreaterThan(shallow.shown(BTC));
  }

  @Test
  @DisplayName(
      "MD-46 where one pair has one depth, another is refused in words, and nothing breaks")
  void onlyOneDepth() {
    assumeHasNot(Feature.BOOK_SEVERAL_DEPTHS);
    BookProbe books = probe(Depth.D10, BTC);
    Heard<Book> refused = new Heard<>();
    int sent = transport().sent().size();

    market().books(Depth.D25, List.of(BTC), refused);
    world.run();

    assertThat(refused.kindsOf(BTC)).containsExactly(Kind.REFUSED);
    assertThat(refused.happenings().get(0).detail()).contains(protocol().name(), "unsubscribe");
    assertThat(transport().sent()).hasSize(sent);
    world.step(BTC, 20);
    books.assertLive(BTC);
  }
}
