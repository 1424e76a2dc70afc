package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.internal.book.Keeper.Outcome;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Level3Event;
import io.krakenspot.market.Level3Event.Kind;
import io.krakenspot.market.Verification;
import io.krakenspot.port.Level3Change;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A book of orders is live or it is not shown. */
class Level3StateTest {
  private static final String ID = "O7VFZI-CTFWH-FF6EIR";

  private final Level3Keeper book = new Level3Keeper(Level3Frame.PAIR, Level3Depth.D10);

  private Outcome apply(Level3Frame frame) {
    return book.apply(frame.change(), 5);
  }

  private static Level3Frame snapshot() {
    return Level3Frame.snapshot()
        .ask("A1", "10.5", "1.0", 1)
        .ask("A2", "10.6", "2.0", 2)
        .bid(ID, "10.4", "3.0", 3);
  }

  private static void assertShowsNothing(Level3Book book) {
    assertThat(book.asks().size()).isZero();
    assertThat(book.bids().size()).isZero();
    assertThat(book.askEvents()).isEmpty();
    assertThat(book.bidEvents()).isEmpty();
    assertThat(book.bestAsk()).isNull();
    assertThat(book.bestBid()).isNull();
    assertThat(book.spread()).isNull();
    assertThat(book.queuePosition(ID)).isEmpty();
    assertThatThrownBy(() -> book.asks().orders(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void startsWithNothingToShowAndIgnoresUpdates() {
    assertThat(book.state()).isEqualTo(BookState.SYNCING);
    assertThat(apply(Level3Frame.update().ask("A1", "10.5", "1", 1))).isEqualTo(Outcome.IGNORED);
    assertThat(book.state()).isEqualTo(BookState.SYNCING);
    assertShowsNothing(book);
  }

  @Test
  void aSnapshotMakesItLiveAndTellsAllOrdersAsAdded() {
    assertThat(apply(snapshot())).isEqualTo(Outcome.APPLIED);
    assertThat(book.state()).isEqualTo(BookState.LIVE);
    assertThat(book.spread()).isEqualByComparingTo("0.1");
    assertThat(book.askEvents())
        .containsExactly(
            new Level3Event(Kind.ADD, book.asks().orders(0).get(0)),
            new Level3Event(Kind.ADD, book.asks().orders(1).get(0)));
    assertThat(book.copy().bidEvents())
        .containsExactly(new Level3Event(Kind.ADD, book.bids().orders(0).get(0)));
  }

  @Test
  void anUpdateTellsWhatHappenedInItsOwnOrder() {
    apply(snapshot());
    apply(
        Level3Frame.update()
            .ask(Kind.DELETE, "A1", "10.5", "1.0", 7)
            .ask(Kind.MODIFY, "A2", "10.6", "1.5", 2)
            .ask(Kind.ADD, "A3", "10.7", "1.0", 9));

    assertThat(book.askEvents())
        .extracting(event -> event.kind() + " " + event.order().id())
        .containsExactly("DELETE A1", "MODIFY A2", "ADD A3");
    assertThat(book.bidEvents()).isEmpty();
    assertThat(book.copy().askEvents()).isEqualTo(book.askEvents());
  }

  @ParameterizedTest
  @EnumSource(
      value = BookState.class,
      names = {"STALE", "RESYNCING"})
  void aWithheldBookShowsNothingUntilASnapshot(BookState why) {
    apply(snapshot());
    book.withhold(why);

    assertShowsNothing(book);
    assertShowsNothing(book.copy());
    assertThat(book.copy().state()).isEqualTo(why);
    assertThat(apply(Level3Frame.update().ask("A9", "10.5", "9", 9))).isEqualTo(Outcome.IGNORED);
    assertThat(apply(snapshot())).isEqualTo(Outcome.APPLIED);
    assertThat(book.asks().orderCount(0)).isEqualTo(1);
  }

  @Test
  void aMismatchWithholdsItAndSaysSo() {
    apply(snapshot());
    assertThat(apply(Level3Frame.update().ask("A3", "10.5", "9.0", 9).checksum(42)))
        .isEqualTo(Outcome.MISMATCH);

    assertThat(book.verification()).isEqualTo(Verification.MISMATCH);
    assertThat(book.checksum()).isEqualTo(42);
    assertThat(book.computedChecksum())
        .isEqualTo(NaiveBook.crc("10510" + "10590" + "10620" + "10430"));
    assertShowsNothing(book);
  }

  @Test
  void aCrossedBookWithoutAChecksumIsWithheld() {
    assertThat(apply(snapshot().bid("B9", "10.5", "1", 9))).isEqualTo(Outcome.INVALID);
    assertShowsNothing(book);
  }

  @ParameterizedTest
  @CsvSource({
    "-1.0, 1.0",
    "10.6, -1.0",
    "1E-41, 1",
    "10.6, 1E-41",
    "10.6, 1E+999999999",
    "100000000000000000, 1.0",
  })
  void aFrameBeyondAllBoundsWithholdsTheBook(String price, String quantity) {
    apply(snapshot().bid("B2", "0.001", "1.0", 4));

    assertThat(apply(Level3Frame.update().ask("A9", price, quantity, 9)))
        .isEqualTo(Outcome.INVALID);
    assertShowsNothing(book);
    assertThat(apply(snapshot())).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void aClosedBookStaysClosed() {
    apply(snapshot());
    book.withhold(BookState.CLOSED);
    book.withhold(BookState.RESYNCING);

    assertThat(apply(snapshot())).isEqualTo(Outcome.IGNORED);
    assertThat(book.state()).isEqualTo(BookState.CLOSED);
    assertShowsNothing(book);
  }

  @Test
  void aCopyDoesNotChangeWithTheBook() {
    apply(snapshot());
    apply(Level3Frame.update().bid("B2", "10.4", "1200000000000.00000001", 8));
    Level3Book copy = book.copy();
    apply(Level3Frame.update().bid(Kind.DELETE, ID, "10.4", "3.0", 9));
    book.withhold(BookState.STALE);

    assertThat(copy.state()).isEqualTo(BookState.LIVE);
    assertThat(copy.bids().orderCount(0)).isEqualTo(2);
    assertThat(copy.bids().quantity(0)).isEqualByComparingTo("1200000000003.00000001");
    assertThat(copy.queuePosition("B2").orElseThrow().ordersAhead()).isEqualTo(1);
    assertThat(copy.bidEvents()).hasSize(1);
    assertThat(copy.copy()).isSameAs(copy);
  }

  @Test
  void tellsTheExchangesTime() {
    Level3Change change = snapshot().change();
    change.epochNanos(1_767_225_600_000_000_001L);
    book.apply(change, 0);
    assertThat(book.timestamp()).isEqualTo(Instant.parse("2026-01-01T00:00:00.000000001Z"));

    book.apply(Level3Frame.update().change(), 0);
    assertThat(book.timestamp()).isNull();
  }

  @Test
  void printsNoOrders() {
    apply(snapshot());
    assertThat(book).hasToString("BTC/USD level 3 book of 10, LIVE");
  }
}
