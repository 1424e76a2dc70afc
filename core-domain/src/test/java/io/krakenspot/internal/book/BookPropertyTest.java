package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.internal.book.Keeper.Outcome;
import io.krakenspot.market.Book;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Depth;
import io.krakenspot.market.Levels;
import io.krakenspot.market.Verification;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Books against a naive model, over random frames. More of them with {@code
 * -Dkrakenspot.book.frames=1000000}, others with {@code -Dkrakenspot.book.seed=7}.
 */
class BookPropertyTest {
  private static final int FRAMES = Integer.getInteger("krakenspot.book.frames", 3_400);
  private static final long SEED = Long.getLong("krakenspot.book.seed", 20260101);

  static Stream<Arguments> marketsAtAllDepths() {
    return Stream.of(RandomFrames.Market.values())
        .flatMap(
            market -> Stream.of(Depth.values()).map(depth -> Arguments.of(market, depth, SEED)));
  }

  @ParameterizedTest(name = "{0} {1} seed {2}")
  @MethodSource("marketsAtAllDepths")
  void agreesWithTheNaiveModel(RandomFrames.Market market, Depth depth, long seed) {
    RandomFrames frames = new RandomFrames(market, depth.levels(), seed);
    NaiveBook naive = new NaiveBook(depth.levels());
    BookKeeper book = new BookKeeper(BookFrame.PAIR, depth);
    for (int frame = 0; frame < FRAMES; frame++) {
      BookFrame next = frames.next();
      naive.apply(next);
      boolean checked = !(next.snapshot && market.snapshotsUnchecked());
      if (checked) {
        next.checksum(naive.checksum(market.priceDecimals(), market.quantityDecimals()));
      }
      assertThat(book.apply(next.change(), frame)).as("frame %s", frame).isEqualTo(Outcome.APPLIED);
      assertThat(book.verification())
          .isEqualTo(checked ? Verification.VERIFIED : Verification.NONE);
      if (next.snapshot || frame % 16 == 0) {
        assertSame(book, naive);
        assertSame(book.copy(), naive);
      }
    }
  }

  @ParameterizedTest(name = "{0} {1} seed {2}")
  @MethodSource("marketsAtAllDepths")
  void noticesOneFlippedBitAndRecovers(RandomFrames.Market market, Depth depth, long seed) {
    RandomFrames frames = new RandomFrames(market, depth.levels(), seed);
    NaiveBook naive = new NaiveBook(depth.levels());
    BookKeeper book = new BookKeeper(BookFrame.PAIR, depth);
    for (int round = 0; round < FRAMES / 50; round++) {
      Outcome outcome = Outcome.APPLIED;
      BookFrame next = frames.nextSnapshot();
      for (int frame = 0; outcome == Outcome.APPLIED; frame++) {
        naive.apply(next);
        long sum = naive.checksum(market.priceDecimals(), market.quantityDecimals());
        boolean wrong = frame == 1 + round % 7;
        next.checksum(wrong ? sum ^ (1L << round % 32) : sum);
        outcome = book.apply(next.change(), 0);
        assertThat(outcome).isEqualTo(wrong ? Outcome.MISMATCH : Outcome.APPLIED);
        next = frames.nextUpdate();
      }
      assertThat(book.state()).isEqualTo(BookState.RESYNCING);
      assertThat(book.asks().size() + book.bids().size()).isZero();
      assertThat(book.apply(next.change(), 0)).isEqualTo(Outcome.IGNORED);
    }
  }

  private static void assertSame(Book book, NaiveBook naive) {
    assertSame(book.asks(), book, naive.asks());
    assertSame(book.bids(), book, naive.bids());
  }

  private static void assertSame(Levels levels, Book book, TreeMap<BigDecimal, BigDecimal> naive) {
    assertThat(levels.size()).isEqualTo(naive.size());
    int index = 0;
    for (Map.Entry<BigDecimal, BigDecimal> level : naive.entrySet()) {
      assertEqual(levels.price(index), level.getKey());
      assertEqual(levels.quantity(index), level.getValue());
      assertEqual(
          BigDecimal.valueOf(levels.priceUnscaled(index), book.priceScale()), level.getKey());
      long raw = levels.quantityUnscaled(index);
      if (raw != Levels.TOO_WIDE) {
        assertEqual(BigDecimal.valueOf(raw, book.quantityScale()), level.getValue());
      }
      index++;
    }
  }

  private static void assertEqual(BigDecimal actual, BigDecimal expected) {
    if (actual.compareTo(expected) != 0) {
      throw new AssertionError(actual + " is not " + expected);
    }
  }
}
