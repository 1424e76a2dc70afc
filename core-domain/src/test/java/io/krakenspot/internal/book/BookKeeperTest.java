package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.krakenspot.internal.book.BookKeeper.Outcome;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Verification;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.LevelChanges;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BookKeeperTest {
  private static final Pair PAIR = Pair.of("BTC/USD");

  private final BookKeeper keeper = new BookKeeper(PAIR, Depth.D10);
  private final BookChange change = new BookChange();

  @Test
  void isNotShownBeforeItsSnapshot() {
    frame(false, "10.0:1.0", "9.9:1.0");

    assertThat(keeper.apply(change, 0)).isEqualTo(Outcome.IGNORED);
    assertThat(keeper.state()).isEqualTo(BookState.SYNCING);
    assertThat(keeper.asks().size()).isZero();
  }

  @Test
  void saysThatASnapshotWithoutChecksumWasNotVerified() {
    frame(true, "10.0:1.0", "9.9:1.0");

    assertThat(keeper.apply(change, 7)).isEqualTo(Outcome.APPLIED);
    assertThat(keeper.verification()).isEqualTo(Verification.NONE);
    assertThat(keeper.verifiedAtNanos()).isZero();
    assertThat(keeper.spread()).isEqualByComparingTo("0.1");
  }

  @Test
  void verifiesThePublishedExampleOfTheV2Guide() {
    frame(
        true,
        "45285.2:0.00100000 45286.4:1.54571953 45286.6:1.54571109 45289.6:1.54560911"
            + " 45290.2:0.15890660 45291.8:1.54553491 45294.7:0.04454749 45296.1:0.35380000"
            + " 45297.5:0.09945542 45299.5:0.18772827",
        "45283.5:0.10000000 45283.4:1.54582015 45282.1:0.10000000 45281.0:0.10000000"
            + " 45280.3:1.54592586 45279.0:0.07990000 45277.6:0.03310103 45277.5:0.30000000"
            + " 45277.3:1.54602737 45276.6:0.15445238");
    change.checksum(3310070434L);

    assertThat(keeper.apply(change, 7)).isEqualTo(Outcome.APPLIED);
    assertThat(keeper.verification()).isEqualTo(Verification.VERIFIED);
    assertThat(keeper.verifiedAtNanos()).isEqualTo(7);
  }

  @Test
  void withholdsABookWhoseChecksumDoesNotHoldUntilTheNextSnapshot() {
    frame(true, "10.0:1.0", "9.9:1.0");
    keeper.apply(change, 0);
    frame(false, "10.1:1.0", "");
    change.checksum(4_000_000_000L);

    assertThat(keeper.apply(change, 0)).isEqualTo(Outcome.MISMATCH);
    assertThat(keeper.state()).isEqualTo(BookState.RESYNCING);
    assertThat(keeper.verification()).isEqualTo(Verification.MISMATCH);
    assertThat(keeper.bids().size()).isZero();
    assertThat(keeper.copy().asks().size()).isZero();
    assertThat(keeper.apply(change, 0)).isEqualTo(Outcome.IGNORED);

    frame(true, "10.0:1.0", "9.9:1.0");
    assertThat(keeper.apply(change, 0)).isEqualTo(Outcome.APPLIED);
    assertThat(keeper.state()).isEqualTo(BookState.LIVE);
  }

  @Test
  void findsTheDecimalsOfASnapshotThatLostItsZeros() {
    NaiveBook naive = new NaiveBook(10, 4, 8);
    naive.ask(new BigDecimal("0.566"), new BigDecimal("18097.1547"));
    naive.bid(new BigDecimal("0.56"), new BigDecimal("7"));
    frame(true, "0.566:18097.1547", "0.56:7");
    change.checksum(naive.checksum());

    assertThat(keeper.apply(change, 0)).isEqualTo(Outcome.APPLIED);
    assertThat(keeper.verification()).isEqualTo(Verification.VERIFIED);
  }

  @Test
  void followsAPairWhosePricesGetFewerDecimals() {
    for (int decimals = 3; decimals >= 1; decimals--) {
      NaiveBook naive = new NaiveBook(10, decimals, 1);
      BigDecimal ask = new BigDecimal("10").setScale(decimals);
      naive.ask(ask, BigDecimal.ONE);
      frame(true, ask.toPlainString() + ":1.0", "");
      change.checksum(naive.checksum());

      assertThat(keeper.apply(change, 0)).isEqualTo(Outcome.APPLIED);
    }
  }

  @Test
  void takesMoreDecimalsThanTheBookHasExactly() {
    frame(true, "10.0:1.0", "9.9:1.0");
    keeper.apply(change, 0);
    frame(false, "10.00001:0.000051", "");

    assertThat(keeper.apply(change, 0)).isEqualTo(Outcome.APPLIED);
    assertThat(keeper.asks().price(1)).isEqualByComparingTo("10.00001");
    assertThat(keeper.asks().quantity(1)).isEqualByComparingTo("0.000051");
    assertThat(keeper.bids().price(0)).isEqualByComparingTo("9.9");
  }

  @Test
  void doesNotShowACrossedBookThatNothingVouchesFor() {
    frame(true, "10.0:1.0", "10.1:1.0");

    assertThat(keeper.apply(change, 0)).isEqualTo(Outcome.INVALID);
    assertThat(keeper.bids().size()).isZero();
  }

  @Test
  void aPriceBeyondAllBoundsWithholdsTheBook() {
    frame(true, "10.0:1.0", "9.9:1.0");
    keeper.apply(change, 0);
    frame(false, "", "");
    change.asks().add(999_999_999_999_999_999L, 0, 1, 0);

    assertThat(keeper.apply(change, 0)).isEqualTo(Outcome.INVALID);
    assertThat(keeper.state()).isEqualTo(BookState.RESYNCING);
  }

  @Test
  void aCopyNoLongerChanges() {
    frame(true, "10.0:1.0", "9.9:1.0");
    keeper.apply(change, 0);
    Book copy = keeper.copy();
    frame(false, "10.0:0", "9.9:2.0");
    keeper.apply(change, 0);

    assertThat(copy.bestAsk()).isNotNull();
    assertThat(copy.bids().quantity(0)).isEqualByComparingTo("1.0");
    assertThat(keeper.bestAsk()).isNull();
    assertThat(keeper.changedAsks().quantity(0)).isEqualByComparingTo("0");
  }

  @Test
  void appliesUpdatesWithoutAllocating() {
    frame(true, "10.0:1.0 10.1:1.0 10.2:1.0", "9.9:1.0 9.8:1.0");
    keeper.apply(change, 0);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0;
    for (int i = 0; i < 60_000; i++) {
      if (i == 20_000) {
        before = threads.getCurrentThreadAllocatedBytes();
      }
      change.clear();
      change.describe(PAIR, null, false);
      change.asks().add(100 + i % 3, 1, 1 + i % 7, 1);
      change.bids().add(99 - i % 4, 1, i % 2, 1);
      keeper.apply(change, i);
    }

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  private void frame(boolean snapshot, String asks, String bids) {
    change.clear();
    change.describe(PAIR, null, snapshot);
    levels(asks, change.asks());
    levels(bids, change.bids());
  }

  private static void levels(String text, LevelChanges side) {
    for (String level : text.isBlank() ? new String[0] : text.split(" ")) {
      BigDecimal price = new BigDecimal(level.substring(0, level.indexOf(':')));
      BigDecimal quantity = new BigDecimal(level.substring(level.indexOf(':') + 1));
      side.add(
          price.unscaledValue().longValueExact(),
          price.scale(),
          quantity.unscaledValue().longValueExact(),
          quantity.scale());
    }
  }
}
