package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Depth;
import io.krakenspot.market.Pair;
import io.krakenspot.market.Verification;
import io.krakenspot.port.BookChange;
import io.krakenspot.port.LevelChanges;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Random books against a textbook model; {@code -Dkrakenspot.seed} sets the seed. */
class BookKeeperPropertyTest {
  private static final long SEED = Long.getLong("krakenspot.seed", 20261124);
  private static final int FRAMES = 3_000;

  private final BookChange change = new BookChange();

  static Stream<Arguments> books() {
    return Stream.of(Depth.values())
        .flatMap(
            depth ->
                Stream.of(
                    Arguments.of(depth, 1, 8, 200, false),
                    Arguments.of(depth, 5, 8, 3_000, false),
                    Arguments.of(depth, 9, 8, 12, false),
                    Arguments.of(depth, 8, 8, 60, true)));
  }

  @ParameterizedTest(name = "depth {0}, {1}/{2} decimals, {3} prices a side, wide {4}")
  @MethodSource("books")
  @DisplayName("any sequence of frames leaves the book and the checksum of the textbook")
  void equalsTheTextbook(Depth depth, int priceScale, int scale, int prices, boolean wide) {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED + depth.levels() * 31L + priceScale);
    BookKeeper keeper = new BookKeeper(Pair.of("BTC/USD"), depth);
    NaiveBook naive = new NaiveBook(depth.levels(), priceScale, scale);
    for (int frame = 0; frame < FRAMES; frame++) {
      change.clear();
      change.describe(Pair.of("BTC/USD"), null, frame == 0);
      int levels = frame == 0 ? Math.min(prices, depth.levels()) : 1 + random.nextInt(4);
      for (int i = 0; i < levels; i++) {
        boolean ask = random.nextBoolean();
        long price = (ask ? 1_000_000 : 1) + random.nextInt(prices);
        level(
            random,
            ask ? change.asks() : change.bids(),
            price,
            priceScale,
            scale,
            wide,
            frame > 0,
            ask ? naive::ask : naive::bid);
      }
      naive.cut();
      change.checksum(naive.checksum());

      assertThat(keeper.apply(change, frame)).isEqualTo(BookKeeper.Outcome.APPLIED);
      assertThat(keeper.verification()).isEqualTo(Verification.VERIFIED);
      if (frame % 50 == 0) {
        assertThat(keeper.asks().toList()).isEqualTo(naive.asks());
        assertThat(keeper.bids().toList()).isEqualTo(naive.bids());
        assertThat(keeper.copy().asks().toList()).isEqualTo(naive.asks());
      }
    }
  }

  private static void level(
      Random random,
      LevelChanges side,
      long price,
      int priceScale,
      int scale,
      boolean wide,
      boolean mayRemove,
      BiConsumer<BigDecimal, BigDecimal> naive) {
    BigDecimal exactPrice = BigDecimal.valueOf(price, priceScale);
    if (mayRemove && random.nextInt(3) == 0) {
      side.add(price, priceScale, 0, scale);
      naive.accept(exactPrice, BigDecimal.ZERO);
    } else if (wide && random.nextInt(3) == 0) {
      BigDecimal huge = new BigDecimal(new BigInteger(80, random).add(BigInteger.TEN), scale);
      side.addWide(price, priceScale, huge);
      naive.accept(exactPrice, huge);
    } else {
      long quantity = 1 + (random.nextLong() & 0xFFFFFFFFFFL);
      side.add(price, priceScale, quantity, scale);
      naive.accept(exactPrice, BigDecimal.valueOf(quantity, scale));
    }
  }
}
