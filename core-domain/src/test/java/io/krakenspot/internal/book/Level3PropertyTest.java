package io.krakenspot.internal.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.internal.book.Keeper.Outcome;
import io.krakenspot.internal.book.Level3Frame.Row;
import io.krakenspot.market.BookState;
import io.krakenspot.market.Level3Book;
import io.krakenspot.market.Level3Depth;
import io.krakenspot.market.Level3Levels;
import io.krakenspot.market.Level3Order;
import io.krakenspot.market.Levels;
import io.krakenspot.market.QueuePosition;
import io.krakenspot.market.Side;
import io.krakenspot.market.Verification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Books of orders against a naive model, over random frames. More of them with {@code
 * -Dkrakenspot.book.frames=100000}, others with {@code -Dkrakenspot.seed=7}.
 */
class Level3PropertyTest {
  private static final int FRAMES = Integer.getInteger("krakenspot.book.frames", 600);
  private static final long SEED = Long.getLong("krakenspot.seed", 20260101);

  static Stream<Arguments> marketsAtAllDepths() {
    return Stream.of(RandomOrders.Market.values())
        .flatMap(
            market ->
                Stream.of(Level3Depth.values()).map(depth -> Arguments.of(market, depth, SEED)));
  }

  @ParameterizedTest(name = "{0} {1} seed {2}")
  @MethodSource("marketsAtAllDepths")
  void agreesWithTheNaiveModel(RandomOrders.Market market, Level3Depth depth, long seed) {
    RandomOrders frames = new RandomOrders(market, depth.levels(), seed);
    NaiveLevel3 naive = new NaiveLevel3(depth.levels());
    Level3Keeper book = new Level3Keeper(Level3Frame.PAIR, depth);
    for (int frame = 0; frame < FRAMES; frame++) {
      Level3Frame next = frames.next();
      naive.apply(next);
      next.checksum(naive.checksum(market.priceDecimals(), market.quantityDecimals()));
      assertThat(book.apply(next.change(), frame)).as("frame %s", frame).isEqualTo(Outcome.APPLIED);
      assertThat(book.verification()).isEqualTo(Verification.VERIFIED);
      if (next.snapshot || frame % 16 == 0) {
        assertSame(book, naive);
        assertSame(book.copy(), naive);
      }
    }
  }

  @ParameterizedTest(name = "{0} {1} seed {2}")
  @MethodSource("marketsAtAllDepths")
  void noticesOneFlippedBitAndRecovers(RandomOrders.Market market, Level3Depth depth, long seed) {
    RandomOrders frames = new RandomOrders(market, depth.levels(), seed);
    NaiveLevel3 naive = new NaiveLevel3(depth.levels());
    Level3Keeper book = new Level3Keeper(Level3Frame.PAIR, depth);
    for (int round = 0; round < 8; round++) {
      Outcome outcome = Outcome.APPLIED;
      Level3Frame next = frames.nextSnapshot();
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

  private static void assertSame(Level3Book book, NaiveLevel3 naive) {
    assertSame(Side.SELL, book, book.asks(), naive.asks());
    assertSame(Side.BUY, book, book.bids(), naive.bids());
  }

  private static void assertSame(
      Side side, Level3Book book, Level3Levels levels, TreeMap<BigDecimal, List<Row>> naive) {
    assertThat(levels.size()).isEqualTo(naive.size());
    int index = 0;
    for (Map.Entry<BigDecimal, List<Row>> level : naive.entrySet()) {
      BigDecimal sum = BigDecimal.ZERO;
      int ahead = 0;
      List<Level3Order> orders = levels.orders(index);
      assertThat(orders).hasSize(level.getValue().size()).hasSize(levels.orderCount(index));
      for (Row row : level.getValue()) {
        Level3Order expected = order(row);
        assertThat(orders.get(ahead)).isEqualTo(expected);
        assertThat(book.queuePosition(row.id()))
            .contains(new QueuePosition(side, level.getKey(), ahead, sum, expected.quantity()));
        sum = sum.add(expected.quantity());
        ahead++;
      }
      assertThat(levels.price(index)).isEqualByComparingTo(level.getKey());
      assertThat(levels.quantity(index)).isEqualByComparingTo(sum);
      long raw = levels.quantityUnscaled(index);
      if (raw != Levels.TOO_WIDE) {
        assertThat(BigDecimal.valueOf(raw, book.quantityScale())).isEqualByComparingTo(sum);
      }
      index++;
    }
  }

  private static Level3Order order(Row row) {
    return new Level3Order(
        row.id(),
        new BigDecimal(row.price()),
        new BigDecimal(row.quantity()),
        Instant.EPOCH.plusNanos(row.time()));
  }
}
