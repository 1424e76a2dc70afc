package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.internal.book.Keeper.Outcome;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookLevel;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Verification;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A book is live or it is not shown. */
class BookStateTest {
  private final BookKeeper book = new BookKeeper(BookFrame.PAIR, Depth.D10);

  private Outcome apply(BookFrame frame) {
    return book.apply(frame.change(), 5);
  }

  private static BookFrame snapshot() {
    return BookFrame.snapshot().ask("10.5", "1.0").ask("10.6", "2.0").bid("10.4", "3.0");
  }

  private static void assertShowsNothing(Book book) {
    assertThat(book.asks().size()).isZero();
    assertThat(book.bids().size()).isZero();
    assertThat(book.changedAsks().size()).isZero();
    assertThat(book.changedBids().size()).isZero();
    assertThat(book.bestAsk()).isNull();
    assertThat(book.bestBid()).isNull();
    assertThat(book.spread()).isNull();
    assertThatThrownBy(() -> book.asks().price(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void startsWithNothingToShowAndIgnoresUpdates() {
    assertThat(book.state()).isEqualTo(BookState.SYNCING);
    assertThat(apply(BookFrame.update().ask("10.5", "1"))).isEqualTo(Outcome.IGNORED);
    assertThat(book.state()).isEqualTo(BookState.SYNCING);
    assertShowsNothing(book);
  }

  @Test
  void aSnapshotMakesItLive() {
    assertThat(apply(snapshot())).isEqualTo(Outcome.APPLIED);
    assertThat(book.state()).isEqualTo(BookState.LIVE);
    assertThat(book.fromSnapshot()).isTrue();
    assertThat(book.bestAsk()).isEqualTo(level("10.5", "1"));
    assertThat(book.bestBid()).isEqualTo(level("10.4", "3"));
    assertThat(book.spread()).isEqualByComparingTo("0.1");
    assertThat(book.changedAsks().toList()).isEqualTo(book.asks().toList());
  }

  @Test
  void anUpdateTellsWhatItChangedInItsOwnOrder() {
    apply(snapshot());
    apply(BookFrame.update().ask("10.7", "1.0").ask("10.5", "0.0").ask("9999", "0.0"));

    assertThat(book.fromSnapshot()).isFalse();
    assertThat(book.changedAsks().toList())
        .containsExactly(level("10.7", "1"), level("10.5", "0"), level("9999", "0"));
    assertThat(book.changedBids().size()).isZero();
    assertThat(book.asks().toList()).containsExactly(level("10.6", "2"), level("10.7", "1"));
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
    assertThat(apply(BookFrame.update().ask("10.5", "9"))).isEqualTo(Outcome.IGNORED);
    assertThat(apply(snapshot())).isEqualTo(Outcome.APPLIED);
    assertThat(book.bestAsk()).isEqualTo(level("10.5", "1"));
  }

  @Test
  void aMismatchWithholdsItAndSaysSo() {
    apply(snapshot());
    BookFrame wrong = BookFrame.update().ask("10.5", "9.0").checksum(42);

    assertThat(apply(wrong)).isEqualTo(Outcome.MISMATCH);
    assertThat(book.verification()).isEqualTo(Verification.MISMATCH);
    assertThat(book.checksum()).isEqualTo(42);
    assertThat(book.computedChecksum()).isEqualTo(NaiveBook.crc("10590" + "10620" + "10430"));
    assertShowsNothing(book);
  }

  @Test
  void aWrongSnapshotIsWithheldToo() {
    assertThat(apply(snapshot().checksum(42))).isEqualTo(Outcome.MISMATCH);
    assertShowsNothing(book);
  }

  @Test
  void aCrossedBookWithoutAChecksumIsWithheld() {
    assertThat(apply(snapshot().bid("10.5", "1"))).isEqualTo(Outcome.INVALID);
    assertShowsNothing(book);
  }

  @Test
  void aCrossedBookThatTheExchangeVouchesForIsShown() {
    BookFrame crossed = BookFrame.snapshot().ask("10.5", "1.0").bid("10.6", "1.0");
    assertThat(apply(crossed.checksum(NaiveBook.crc("10510" + "10610"))))
        .isEqualTo(Outcome.APPLIED);
  }

  @Test
  void aClosedBookStaysClosed() {
    apply(snapshot());
    book.withhold(BookState.CLOSED);
    book.withhold(BookState.RESYNCING);

    assertThat(book.state()).isEqualTo(BookState.CLOSED);
    assertThat(apply(snapshot())).isEqualTo(Outcome.IGNORED);
    assertShowsNothing(book);
  }

  @Test
  void aCopyDoesNotChangeWithTheBook() {
    apply(snapshot());
    apply(BookFrame.update().ask("10.5", "7.0").bid("10.3", "1200000000000.00000001"));
    Book copy = book.copy();
    apply(BookFrame.update().ask("10.5", "0.0").ask("10.6", "0.0").bid("10.3", "0.0"));
    book.withhold(BookState.STALE);

    assertThat(copy.state()).isEqualTo(BookState.LIVE);
    assertThat(copy.asks().toList()).containsExactly(level("10.5", "7"), level("10.6", "2"));
    assertThat(copy.bids().quantity(1)).isEqualByComparingTo("1200000000000.00000001");
    assertThat(copy.changedAsks().toList()).containsExactly(level("10.5", "7"));
    assertThat(copy.copy()).isSameAs(copy);
  }

  @Test
  void remembersWhenAChecksumLastHeld() {
    BookFrame verified = BookFrame.snapshot().ask("10.5", "1.0").checksum(NaiveBook.crc("10510"));
    book.apply(verified.change(), 11);
    book.apply(BookFrame.update().ask("10.6", "1.0").change(), 12);

    assertThat(book.verification()).isEqualTo(Verification.NONE);
    assertThat(book.verifiedAtNanos()).isEqualTo(11);
  }

  @Test
  void tellsTheExchangesTime() {
    var change = snapshot().change();
    change.epochMicros(1_767_225_600_000_001L);
    book.apply(change, 0);
    assertThat(book.timestamp()).isEqualTo(Instant.parse("2026-01-01T00:00:00.000001Z"));

    book.apply(BookFrame.update().change(), 0);
    assertThat(book.timestamp()).isNull();
  }

  @Test
  void printsNoLevels() {
    apply(snapshot());
    assertThat(book).hasToString("BTC/USD book of 10, LIVE");
  }

  private static BookLevel level(String price, String quantity) {
    return new BookLevel(new BigDecimal(price), new BigDecimal(quantity));
  }
}
