package io.krakenspot.testkit.exchange.internal.engine;

import static io.krakenspot.testkit.exchange.internal.engine.Bench.buy;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.order;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.engine.MarginFill.Status;
import io.krakenspot.testkit.exchange.internal.market.AssetSpec;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Margin positions: the pair's orders netted, held by collateral in quote currency. */
final class MarginTest {
  private final Bench bench = new Bench();

  private Position position() {
    return Objects.requireNonNull(bench.alice.positions().get(Bench.ETHER));
  }

  private static OrderRequest.Builder market(Side side, String quantity) {
    return order(side, OrderType.MARKET, quantity).margin(true);
  }

  private MarginFill lastFill() {
    List<AccountFill> fills = bench.alice.fills();
    return Objects.requireNonNull(fills.get(fills.size() - 1).margin());
  }

  private BigDecimal dollars() {
    return bench.alice.balance(bench.dollar);
  }

  @Test
  void aMarginOrderOpensAPositionAndLeavesTheBalanceButForTheFee() {
    bench.place(bench.alice, market(Side.BUY, "1"));

    assertThat(position().side()).isEqualTo(Side.BUY);
    assertThat(position().quantity()).isEqualByComparingTo("1");
    assertThat(position().cost()).isEqualByComparingTo("3151");
    assertThat(position().margin()).isEqualByComparingTo("630.2");
    assertThat(lastFill().status()).isEqualTo(Status.OPENED);
    assertThat(lastFill().initialMargin()).isEqualByComparingTo("630.2");
    assertThat(bench.alice.balance(bench.ether)).isEqualByComparingTo("100");
    assertThat(dollars()).isEqualByComparingTo("99987.396");
  }

  @Test
  void theLeverageDecidesTheMargin() {
    bench.place(bench.alice, order(Side.SELL, OrderType.MARKET, "1").leverage(2));

    assertThat(position().side()).isEqualTo(Side.SELL);
    assertThat(position().margin()).isEqualByComparingTo("1574.5");
  }

  @Test
  void whatClosesAPositionGivesTheProfitAndTheMarginBack() {
    bench.place(bench.alice, market(Side.BUY, "2"));
    bench.crowd(Side.BUY, 3150, "10");
    BigDecimal before = dollars();

    bench.place(bench.alice, market(Side.SELL, "1"));

    assertThat(lastFill().status()).isEqualTo(Status.CLOSING);
    assertThat(lastFill().profit()).isEqualByComparingTo("-1");
    assertThat(position().quantity()).isEqualByComparingTo("1");
    assertThat(position().cost()).isEqualByComparingTo("3151");
    assertThat(dollars()).isEqualByComparingTo(before.subtract(new BigDecimal("13.6")));
    LedgerEntry entry = bench.alice.ledger().get(bench.alice.ledger().size() - 1);
    assertThat(entry.type()).isEqualTo("margin");
    assertThat(entry.amount()).isEqualByComparingTo("-1");

    bench.place(bench.alice, market(Side.SELL, "1"));

    assertThat(lastFill().status()).isEqualTo(Status.CLOSED);
    assertThat(bench.alice.positions()).isEmpty();
  }

  @Test
  void whatIsLargerThanThePositionTurnsIt() {
    bench.place(bench.alice, market(Side.BUY, "1"));
    String long1 = position().id();

    bench.place(bench.alice, market(Side.SELL, "3"));

    assertThat(position().side()).isEqualTo(Side.SELL);
    assertThat(position().quantity()).isEqualByComparingTo("2");
    assertThat(position().cost()).isEqualByComparingTo("6298");
    assertThat(position().id()).isNotEqualTo(long1);
    assertThat(lastFill().profit()).isEqualByComparingTo("-2");
  }

  @Test
  void theCollateralIsTheLimit() {
    assertThat(bench.refusal(bench.alice, buy("200", "3000.00").margin(true)))
        .isEqualTo("EOrder:Insufficient margin");
    String first = bench.place(bench.alice, buy("160", "3000.00").margin(true));
    assertThat(bench.refusal(bench.alice, sell("10", "3500.00").margin(true)))
        .isEqualTo("EOrder:Insufficient margin");
    assertThat(
            bench
                .engine
                .amend(
                    bench.alice, AmendRequest.quantity(OrderRef.id(first), new BigDecimal("200")))
                .error())
        .isEqualTo("EOrder:Insufficient margin");
    bench.engine.cancel(bench.alice, OrderRef.id(first));
    bench.place(bench.alice, market(Side.BUY, "20"));
    assertThat(bench.refusal(bench.alice, buy("160", "3000.00").margin(true)))
        .isEqualTo("EOrder:Insufficient margin");
    assertThat(bench.alice.reserved(bench.dollar)).isZero();
  }

  @Test
  void whatClosesNeedsNoCollateralButOnlyOnce() {
    bench.place(bench.alice, market(Side.BUY, "20"));
    bench.place(bench.alice, buy("140", "3000.00").margin(true));

    bench.place(bench.alice, sell("20", "3500.00").margin(true));

    assertThat(bench.refusal(bench.alice, sell("20", "3500.00").margin(true)))
        .isEqualTo("EOrder:Insufficient margin");
  }

  @Test
  void whatClosesLeavesNothingToTheOtherSide() {
    bench.place(bench.alice, market(Side.BUY, "20"));
    bench.place(bench.alice, sell("5", "3500.00").margin(true));

    assertThat(bench.refusal(bench.alice, buy("148", "3000.00").margin(true)))
        .isEqualTo("EOrder:Insufficient margin");
    assertThat(bench.refusal(bench.alice, buy("145", "3000.00").margin(true)))
        .isEqualTo("accepted");
  }

  @Test
  void aPairThatOnlyReducesTakesReducingOrders() {
    bench.place(bench.alice, market(Side.BUY, "2"));
    bench.market.status(bench.pair, InstrumentStatus.REDUCE_ONLY);

    assertThat(bench.refusal(bench.alice, market(Side.SELL, "1")))
        .isEqualTo("EOrder:Reduce only:No position exists");
    assertThat(bench.refusal(bench.alice, market(Side.SELL, "1").reduceOnly(true)))
        .isEqualTo("accepted");
  }

  @Test
  void aReducingOrderNeedsAPositionOfTheOtherSide() {
    assertThat(bench.refusal(bench.alice, market(Side.SELL, "1").reduceOnly(true)))
        .isEqualTo("EOrder:Reduce only:No position exists");
    bench.place(bench.alice, market(Side.BUY, "1"));
    assertThat(bench.refusal(bench.alice, market(Side.BUY, "1").reduceOnly(true)))
        .isEqualTo("EOrder:Reduce only:No position exists");
    assertThat(bench.refusal(bench.alice, sell("1", "3000.00").reduceOnly(true)))
        .as("without margin there is nothing to reduce")
        .isEqualTo("EOrder:Reduce only:No position exists");
  }

  @Test
  void aReducingOrderEndsWithThePosition() {
    bench.place(bench.alice, market(Side.BUY, "1"));

    String taker = bench.place(bench.alice, market(Side.SELL, "3").reduceOnly(true));

    EngineOrder order = bench.order(bench.alice, taker);
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(order.filled()).isEqualByComparingTo("1");
    assertThat(order.reason()).isEqualTo("Reduce only:Position is closed");
    assertThat(bench.alice.positions()).isEmpty();
  }

  @Test
  void aReducingOrderThatIsFilledOrKilledAndTooLargeIsKilled() {
    bench.place(bench.alice, market(Side.BUY, "1"));

    String killed =
        bench.place(
            bench.alice,
            sell("3", "3000.00").margin(true).reduceOnly(true).timeInForce(TimeInForce.FOK));

    assertThat(bench.order(bench.alice, killed).filled()).isZero();
    assertThat(position().quantity()).isEqualByComparingTo("1");
  }

  @Test
  void aReducingOrderThatRestsNeverTurnsThePosition() {
    bench.place(bench.alice, market(Side.BUY, "1"));
    String maker = bench.place(bench.alice, sell("3", "3150.00").margin(true).reduceOnly(true));

    bench.place(bench.bob, order(Side.BUY, OrderType.MARKET, "2"));

    assertThat(bench.order(bench.alice, maker).filled()).isEqualByComparingTo("1");
    assertThat(bench.order(bench.alice, maker).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(bench.bob.balance(bench.ether)).isEqualByComparingTo("102");
    assertThat(bench.alice.positions()).isEmpty();
  }

  @Test
  void aTriggeredOrderLooksAtTheCollateralWhenItWakes() {
    String stop =
        bench.place(
            bench.alice,
            order(Side.BUY, OrderType.STOP_LOSS, "20").margin(true).trigger(Bench.at("3155")));
    bench.place(bench.alice, order(Side.BUY, OrderType.MARKET, "29"));

    bench.last(3156);

    EngineOrder order = bench.order(bench.alice, stop);
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(order.reason()).isEqualTo("Insufficient margin");
    assertThat(bench.alice.positions()).isEmpty();
  }

  @Test
  void settlingIsRefused() {
    assertThat(bench.refusal(bench.alice, order(Side.SELL, OrderType.SETTLE_POSITION, "1")))
        .isEqualTo("EOrder:Unknown position");
    bench.place(bench.alice, market(Side.BUY, "1"));
    assertThat(bench.refusal(bench.alice, order(Side.SELL, OrderType.SETTLE_POSITION, "1")))
        .isEqualTo("EGeneral:Invalid arguments:ordertype");
  }

  @Test
  void nothingIsLostAndNothingIsWonByChance() {
    long seed = Long.getLong("krakenspot.seed", 20_260_101);
    System.out.println("margin by chance: -Dkrakenspot.seed=" + seed);
    Random random = new Random(seed);
    for (int time = 0; time < 600; time++) {
      Account client = random.nextBoolean() ? bench.alice : bench.bob;
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      OrderRequest.Builder request =
          order(side, OrderType.LIMIT, String.valueOf(1 + random.nextInt(9)))
              .limitPrice(OrderPrice.of(Bench.price(3130 + random.nextInt(40))))
              .leverage(random.nextInt(4) == 0 ? null : 2 + random.nextInt(4));
      bench.loop.advance(Duration.ofSeconds(2));
      bench.engine.add(client, request.reduceOnly(random.nextInt(5) == 0).build());
      if (random.nextInt(10) == 0) {
        bench.engine.cancelAll(client);
      }
      checkSum(bench.dollar, "200000");
      checkSum(bench.ether, "200");
      checkPositions();
    }
    assertThat(bench.alice.fills().stream().filter(fill -> fill.margin() != null).count())
        .isGreaterThan(50);
  }

  private void checkSum(AssetSpec asset, String deposited) {
    Accounts accounts = bench.engine.accounts();
    BigDecimal sum =
        List.of(bench.alice, bench.bob, accounts.anonymous(), accounts.fees(), accounts.lender())
            .stream()
            .map(account -> account.balance(asset))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(deposited);
  }

  /** What the lender holds of a coin is what the positions say. */
  private void checkPositions() {
    BigDecimal held = BigDecimal.ZERO;
    for (Account client : List.of(bench.alice, bench.bob)) {
      Position position = client.positions().get(Bench.ETHER);
      if (position != null) {
        assertThat(position.quantity()).isPositive();
        assertThat(position.margin()).isPositive();
        BigDecimal quantity = position.quantity();
        held = position.side() == Side.BUY ? held.add(quantity) : held.subtract(quantity);
      }
    }
    assertThat(bench.engine.accounts().lender().balance(bench.ether)).isEqualByComparingTo(held);
  }
}
