package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.internal.book.Keeper.Outcome;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Verification;
import org.junit.jupiter.api.Test;

/** The worked examples that Kraken prints in its documentation. */
class BookChecksumVectorsTest {
  private final BookKeeper book = new BookKeeper(BookFrame.PAIR, Depth.D10);

  @Test
  void v2Guide() {
    BookFrame frame = v2Guide(BookFrame.snapshot()).checksum(3310070434L);

    assertThat(book.apply(frame.change(), 7)).isEqualTo(Outcome.APPLIED);
    assertThat(book.verification()).isEqualTo(Verification.VERIFIED);
    assertThat(book.verifiedAtNanos()).isEqualTo(7);
    assertThat(book.computedChecksum()).isEqualTo(3310070434L);
  }

  @Test
  void v2GuideIsNotItsNeighbour() {
    BookFrame frame = v2Guide(BookFrame.snapshot()).checksum(3310070435L);

    assertThat(book.apply(frame.change(), 7)).isEqualTo(Outcome.MISMATCH);
  }

  @Test
  void v1GuideAfterASnapshotWithoutChecksum() {
    BookFrame snapshot = BookFrame.snapshot();
    v1Guide(snapshot);
    assertThat(book.apply(snapshot.change(), 0)).isEqualTo(Outcome.APPLIED);
    assertThat(book.verification()).isEqualTo(Verification.NONE);

    BookFrame same = BookFrame.update().ask("0.05005", "0.00000500").checksum(974947235L);
    assertThat(book.apply(same.change(), 1)).isEqualTo(Outcome.APPLIED);
    assertThat(book.verification()).isEqualTo(Verification.VERIFIED);
  }

  @Test
  void v2ReferencePageWithAllZeros() {
    BookFrame snapshot = matic("0.5670", "24306.41678000", "45065.04744000", "36304.08470220");
    snapshot.bids("0.5660", "18097.15470000", "0.5659", "33644.89175666");
    snapshot.bids("0.5658", "148.34640000", "0.5657", "606.70854372");
    assertThat(book.apply(snapshot.checksum(2439117997L).change(), 0)).isEqualTo(Outcome.APPLIED);

    BookFrame update = BookFrame.update().bid("0.5657", "1098.39475580").checksum(2114181697L);
    assertThat(book.apply(update.change(), 0)).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void v2ReferencePageAsPrintedWithItsTrailingZerosLost() {
    BookFrame snapshot = matic("0.567", "24306.41678", "45065.04744", "36304.0847022");
    snapshot.bids("0.566", "18097.1547", "0.5659", "33644.89175666");
    snapshot.bids("0.5658", "148.3464", "0.5657", "606.70854372");
    assertThat(book.apply(snapshot.checksum(2439117997L).change(), 0)).isEqualTo(Outcome.APPLIED);

    BookFrame update = BookFrame.update().bid("0.5657", "1098.3947558").checksum(2114181697L);
    assertThat(book.apply(update.change(), 0)).isEqualTo(Outcome.APPLIED);
    assertThat(book.state()).isEqualTo(BookState.LIVE);
  }

  @Test
  void anEmptyBookHasChecksumZero() {
    assertThat(book.apply(BookFrame.snapshot().checksum(0).change(), 0)).isEqualTo(Outcome.APPLIED);
  }

  private static BookFrame v2Guide(BookFrame frame) {
    return frame
        .asks("45285.2", "0.00100000", "45286.4", "1.54571953", "45286.6", "1.54571109")
        .asks("45289.6", "1.54560911", "45290.2", "0.15890660", "45291.8", "1.54553491")
        .asks("45294.7", "0.04454749", "45296.1", "0.35380000", "45297.5", "0.09945542")
        .asks("45299.5", "0.18772827")
        .bids("45283.5", "0.10000000", "45283.4", "1.54582015", "45282.1", "0.10000000")
        .bids("45281.0", "0.10000000", "45280.3", "1.54592586", "45279.0", "0.07990000")
        .bids("45277.6", "0.03310103", "45277.5", "0.30000000", "45277.3", "1.54602737")
        .bids("45276.6", "0.15445238");
  }

  private static void v1Guide(BookFrame frame) {
    String quantity = "0.00000500";
    for (int step = 0; step < 10; step++) {
      frame.ask("0.050" + (step < 1 ? "05" : 5 + 5 * step), quantity);
    }
    for (String cents : "5000 4995 4990 4980 4975 4970 4965 4960 4955 4950".split(" ")) {
      frame.bid("0.0" + cents, quantity);
    }
  }

  private static BookFrame matic(String price, String q3, String q6, String q9) {
    return BookFrame.snapshot()
        .asks("0.5668", "4410.79769741", "0.5669", "4655.40412487", price, "49844.89424998")
        .asks("0.5671", q3, "0.5672", "29783.25223475", "0.5673", "57234.71239278")
        .asks("0.5674", q6, "0.5675", "5912.76380354", "0.5676", "42514.92434778")
        .asks("0.5677", q9)
        .bids("0.5666", "4831.75496356", "0.5665", "6658.22734739", "0.5664", "18724.91513344")
        .bids("0.5663", "11563.92544914", "0.5662", "14006.65365711", "0.5661", "17454.85679807");
  }
}
