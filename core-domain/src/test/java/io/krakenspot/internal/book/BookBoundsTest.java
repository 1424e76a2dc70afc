package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.internal.book.Keeper.Outcome;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Levels;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that no market has, or only the cheapest of tokens. */
class BookBoundsTest {
  private final BookKeeper book = new BookKeeper(BookFrame.PAIR, Depth.D10);

  private Outcome apply(BookFrame frame) {
    return book.apply(frame.change(), 0);
  }

  private static BookFrame twoSides() {
    return BookFrame.snapshot().ask("10.5", "1.00").bid("10.4", "2.00");
  }

  @ParameterizedTest
  @CsvSource({
    "-1.0, 1.0",
    "10.6, -1.0",
    "10.6, -1200000000000000000000.0",
    "1E-41, 1",
    "10.6, 1E-41",
    "10.6, 1E-200",
    "1E-200, 1",
    "1E-999999999, 1",
    "10.6, 1E+999999999",
    "10.6, 1E-999999999",
    "10.6, 12345678901234567890.1E-999999999",
  })
  void aFrameBeyondAllBoundsWithholdsTheBookUntilASnapshot(String price, String quantity) {
    apply(twoSides());

    assertThat(apply(BookFrame.update().ask(price, quantity))).isEqualTo(Outcome.INVALID);
    assertThat(book.state()).isEqualTo(BookState.RESYNCING);
    assertThat(book.asks().size()).isZero();
    assertThat(apply(BookFrame.update().ask("10.5", "3"))).isEqualTo(Outcome.IGNORED);
    assertThat(apply(BookFrame.snapshot().ask(price, quantity))).isEqualTo(Outcome.INVALID);
    assertThat(apply(twoSides())).isEqualTo(Outcome.APPLIED);
    assertThat(book.asks().price(0)).isEqualByComparingTo("10.5");
  }

  @Test
  void aQuantityOfAThousandDigitsIsBeyondAllBounds() {
    apply(twoSides());

    assertThat(apply(BookFrame.update().ask("10.6", "9".repeat(1000)))).isEqualTo(Outcome.INVALID);
  }

  @Test
  void aPriceThatLeavesNoRoomForTheOthersWithholdsTheBook() {
    apply(BookFrame.snapshot().ask("100000000000000000", "1").bid("1", "1"));

    assertThat(apply(BookFrame.update().bid("0.001", "1"))).isEqualTo(Outcome.INVALID);
    assertThat(apply(twoSides())).isEqualTo(Outcome.APPLIED);
    assertThat(book.asks().toList()).isEqualTo(twoSidesCopy().asks().toList());
  }

  @Test
  void aPriceThatDoesNotFitAmongTheDecimalsOfTheBookWithholdsIt() {
    apply(BookFrame.snapshot().ask("0.000000000000000001", "1"));

    assertThat(apply(BookFrame.update().ask("100", "1"))).isEqualTo(Outcome.INVALID);
  }

  private static io.krakenspot.market.Book twoSidesCopy() {
    BookKeeper other = new BookKeeper(BookFrame.PAIR, Depth.D10);
    other.apply(twoSides().change(), 0);
    return other.copy();
  }

  @Test
  void manyDecimalsNeverOverrunTheRoomForDigits() {
    BookFrame snapshot = BookFrame.snapshot();
    for (int i = 1; i <= 10; i++) {
      snapshot.ask(i + "E-38", "9".repeat(58) + "." + i);
    }
    assertThat(apply(snapshot)).isEqualTo(Outcome.APPLIED);
    assertThat(apply(BookFrame.update().ask("1E-38", "1E-40"))).isEqualTo(Outcome.APPLIED);
    assertThat(book.computedChecksum()).isNotNegative();
    assertThat(book.asks().quantity(0)).isEqualByComparingTo("1E-40");
    assertThat(book.asks().quantity(9)).isEqualByComparingTo("9".repeat(58) + ".10");
  }

  @Test
  void exponentsAreReadAsTheNumbersTheyAre() {
    BookFrame snapshot = BookFrame.snapshot().ask("1E+3", "2E+3").bid("999.5", "1E+20");
    apply(snapshot);

    assertThat(book.asks().price(0)).isEqualByComparingTo("1000");
    assertThat(book.asks().quantity(0)).isEqualByComparingTo("2000");
    assertThat(book.bids().quantity(0)).isEqualByComparingTo("100000000000000000000");
    assertThat(book.computedChecksum()).isEqualTo(NaiveBook.crc("10000200099951" + "0".repeat(20)));
  }

  @Test
  void aWideZeroRemovesTheLevel() {
    apply(twoSides());
    io.krakenspot.port.BookChange change = BookFrame.update().change();
    change.asks().addWide(105, 1, new BigDecimal("0E-30"));

    assertThat(book.apply(change, 0)).isEqualTo(Outcome.APPLIED);
    assertThat(book.asks().size()).isZero();
    assertThat(book.changedAsks().quantity(0)).isEqualByComparingTo("0");
  }

  @Test
  void aWideQuantityThatFitsTheBookAfterAllIsPlain() {
    io.krakenspot.port.BookChange change = BookFrame.snapshot().change();
    change.asks().addWide(105, 1, new BigDecimal("12.50"));
    book.apply(change, 0);

    assertThat(book.asks().quantityUnscaled(0)).isEqualTo(1250);
    assertThat(book.changedAsks().quantityUnscaled(0)).isEqualTo(1250);
  }

  @Test
  void aQuantityBecomesWideWhenTheBookGetsMoreDecimals() {
    apply(BookFrame.snapshot().ask("10.5", "123456789012345678").bid("10.4", "1"));
    apply(BookFrame.update().bid("10.4", "0.00000001"));

    assertThat(book.asks().quantityUnscaled(0)).isEqualTo(Levels.TOO_WIDE);
    assertThat(book.asks().quantity(0)).isEqualByComparingTo("123456789012345678");
    apply(BookFrame.update().ask("10.5", "0"));
    assertThat(book.asks().size()).isZero();
  }

  @Test
  void wideQuantitiesFollowTheirLevelWhenPricesGetMoreDecimals() {
    String trillions = "1200000000000.00000001";
    apply(BookFrame.snapshot().ask("0.5", trillions).ask("0.6", "1"));
    apply(BookFrame.update().ask("0.55", "1"));

    assertThat(book.asks().quantity(0)).isEqualByComparingTo(trillions);
    assertThat(book.copy().asks().quantity(0)).isEqualByComparingTo(trillions);
    assertThat(book.asks().price(1)).isEqualByComparingTo("0.55");
  }

  /** A frame with decimals that the pair does not have must not spoil its checksums for good. */
  @Test
  void strayDecimalsAreForgottenAfterTheNextSnapshotEvenWithoutChecksum() {
    apply(twoSides());
    long right = NaiveBook.crc("105100" + "104200");
    assertThat(apply(BookFrame.update().ask("10.5", "1.00").checksum(right)))
        .isEqualTo(Outcome.APPLIED);
    assertThat(apply(BookFrame.update().bid("10.3", "0.0000001").checksum(1)))
        .isEqualTo(Outcome.MISMATCH);

    apply(twoSides());
    assertThat(apply(BookFrame.update().ask("10.5", "1.00").checksum(right)))
        .isEqualTo(Outcome.APPLIED);
  }

  @Test
  void lostZerosOnceFoundAreKnownOnTheNextSnapshot() {
    long before = NaiveBook.crc("10500" + "1000000" + "10400" + "2000000");
    long after = NaiveBook.crc("10500" + "3000000" + "10400" + "2000000");
    BookFrame first = BookFrame.snapshot().ask("10.5", "1").bid("10.4", "2").checksum(before);
    assertThat(apply(first)).isEqualTo(Outcome.APPLIED);
    BookFrame second = BookFrame.snapshot().ask("10.5", "1").bid("10.4", "2");
    assertThat(apply(second)).isEqualTo(Outcome.APPLIED);

    assertThat(apply(BookFrame.update().ask("10.5", "3").checksum(after)))
        .isEqualTo(Outcome.APPLIED);
  }

  /** Zeros are looked for at the start; later a checksum that fails is a book that is wrong. */
  @Test
  void noZerosAreLookedForOnceAChecksumHeld() {
    assertThat(apply(twoSides().checksum(NaiveBook.crc("105100" + "104200"))))
        .isEqualTo(Outcome.APPLIED);
    long withMoreZeros = NaiveBook.crc("1050" + "10000" + "1040" + "20000");

    assertThat(apply(BookFrame.update().ask("10.5", "1.00").checksum(withMoreZeros)))
        .isEqualTo(Outcome.MISMATCH);
  }
}
