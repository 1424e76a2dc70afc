package io.krakenspot.testkit.exchange.internal.engine;

import static io.krakenspot.testkit.exchange.internal.engine.Bench.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.Move;
import io.krakenspot.testkit.exchange.internal.market.Level;
import io.krakenspot.testkit.exchange.internal.market.MarketWalk;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The crowd's random walk goes on whatever clients do to its book. */
final class CrowdAndClientsTest {
  private final Bench bench = new Bench();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void booksKeepTwoSidesAndNeverCross(long seed) {
    Random random = new Random(seed);
    MarketWalk walk = new MarketWalk(bench.engine.anonymous(), seed);
    bench.engine.deposit(bench.alice, bench.dollar, new BigDecimal("1e12"));
    bench.engine.deposit(bench.alice, bench.ether, new BigDecimal("1e8"));
    int sweeps = 0;
    for (int step = 0; step < 5000; step++) {
      switch (random.nextInt(40)) {
        case 0 -> {
          sweeps++;
          bench.place(bench.alice, order(side(random), OrderType.MARKET, "100000"));
        }
        case 1, 2, 3 -> restInside(side(random));
        case 4 -> bench.engine.cancelAll(bench.alice);
        case 5, 6, 7, 8, 9 -> walk.next(bench.pair, Move.values()[random.nextInt(5)]);
        default -> walk.next(bench.pair);
      }
      bench.loop.advance(Duration.ofMillis(500));
      Level bid = bench.best(Side.BUY);
      Level ask = bench.best(Side.SELL);
      assertThat(bid.price()).isPositive().isLessThan(ask.price());
      assertThat(bid.quantity()).isPositive();
      assertThat(ask.quantity()).isPositive();
    }
    assertThat(sweeps).isPositive();
    assertThat(bench.alice.fills().stream().filter(AccountFill::maker)).isNotEmpty();
  }

  private static Side side(Random random) {
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }

  /** The client becomes the best price, where there is room. */
  private void restInside(Side side) {
    BigDecimal tick = bench.pair.spec().tick();
    BigDecimal best = bench.best(side).price();
    BigDecimal price = side == Side.BUY ? best.add(tick) : best.subtract(tick);
    bench.engine.add(
        bench.alice, order(side, OrderType.LIMIT, "1").limitPrice(OrderPrice.of(price)).build());
  }
}
