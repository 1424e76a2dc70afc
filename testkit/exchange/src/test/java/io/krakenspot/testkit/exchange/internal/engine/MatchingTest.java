package io.krakenspot.testkit.exchange.internal.engine;

import static io.krakenspot.testkit.exchange.internal.engine.Bench.buy;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.order;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.quantity;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import io.krakenspot.market.Trade;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Orders meet by price, then by time. */
final class MatchingTest {
  private final Bench bench = new Bench();

  @Test
  void aRestingOrderIsSeenInTheBookAndFilledAtItsPrice() {
    String id = bench.place(bench.alice, buy("2", "3150.00"));
    assertThat(bench.best(Side.BUY).price()).isEqualTo("3150.00");
    assertThat(bench.best(Side.BUY).quantity()).isEqualTo("2.00000000");

    bench.place(bench.bob, sell("0.5", "3149.50"));

    EngineOrder order = bench.order(bench.alice, id);
    assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(order.filled()).isEqualTo("0.50000000");
    assertThat(order.averagePrice()).isEqualTo("3150.00");
    assertThat(bench.best(Side.BUY).quantity()).isEqualTo("1.50000000");
    AccountFill fill = bench.bob.fills().get(0);
    assertThat(fill.price()).isEqualTo("3150.00");
    assertThat(fill.maker()).isFalse();
    assertThat(bench.alice.fills().get(0).maker()).isTrue();
    assertThat(bench.alice.fills().get(0).tradeId()).isEqualTo(fill.tradeId());
    assertThat(bench.alice.fills().get(0).execId()).isNotEqualTo(fill.execId());
    Trade trade = bench.pair.trades().get(bench.pair.trades().size() - 1);
    assertThat(trade.id()).isEqualTo(fill.tradeId());
    assertThat(trade.side()).isEqualTo(Side.SELL);
  }

  @Test
  void theOldestOrderOfALevelIsFirst() {
    String first = bench.place(bench.alice, buy("1", "3150.00"));
    String second = bench.place(bench.bob, buy("1", "3150.00"));
    assertThat(bench.queue(Side.BUY)).containsExactly(first, second);

    bench.take(Side.SELL, "1.25");

    assertThat(bench.order(bench.alice, first).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(bench.order(bench.bob, second).filled()).isEqualTo("0.25000000");
  }

  @Test
  void theBestPriceIsFirst() {
    String worse = bench.place(bench.alice, buy("1", "3149.50"));
    String better = bench.place(bench.bob, buy("1", "3150.00"));
    bench.take(Side.SELL, "1");
    assertThat(bench.order(bench.bob, better).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(bench.order(bench.alice, worse).filled()).isZero();
  }

  @Test
  void aLimitOrderTakesWhatItReachesAndRestsWithWhatIsLeft() {
    bench.updates.clear();
    String id = bench.place(bench.alice, buy("15", "3151.00"));
    EngineOrder order = bench.order(bench.alice, id);
    assertThat(order.filled()).isEqualTo("10.00000000");
    assertThat(order.visibleQuantity()).isEqualTo("5.00000000");
    assertThat(bench.best(Side.BUY).price()).isEqualTo("3151.00");
    assertThat(bench.best(Side.SELL).price()).isEqualTo("3152.00");
    assertThat(bench.updates).as("one market event").hasSize(1);
  }

  @Test
  void tellsTheWholeLifeInOrder() {
    bench.place(bench.alice, buy("10", "3151.00"));
    assertThat(bench.kinds().subList(0, 3)).containsExactly(Kind.PENDING_NEW, Kind.NEW, Kind.TRADE);
    AccountEvent last = bench.heard.get(bench.heard.size() - 1);
    assertThat(last.kind()).isEqualTo(Kind.FILLED);
    List<OrderStatus> trades =
        bench.heard.stream()
            .filter(event -> event.kind() == Kind.TRADE)
            .map(event -> Objects.requireNonNull(event.order()).status())
            .distinct()
            .toList();
    assertThat(trades).containsExactly(OrderStatus.PARTIALLY_FILLED);
  }

  @Test
  void aMarketOrderTakesThroughLevelsAndItsRestIsCanceled() {
    String id = bench.place(bench.bob, order(Side.SELL, OrderType.MARKET, "35"));
    EngineOrder order = bench.order(bench.bob, id);
    assertThat(order.filled()).isEqualTo("30.00000000");
    assertThat(order.averagePrice()).isEqualTo("3148.00");
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(order.reason()).isEqualTo("No liquidity");
    assertThat(bench.best(Side.BUY).price())
        .as("the crowd steps in")
        .isLessThan(new BigDecimal("3147"));
  }

  @Test
  void aCashOrderBuysForItsMoney() {
    String id =
        bench.place(
            bench.alice,
            OrderRequest.of(Bench.ETHER, Side.BUY, OrderType.MARKET)
                .cashQuantity(new BigDecimal("6302")));
    assertThat(bench.order(bench.alice, id).filled()).isEqualTo("2.00000000");
    assertThat(bench.order(bench.alice, id).status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void immediateOrCancelKeepsNothingInTheBook() {
    String id = bench.place(bench.alice, buy("12", "3151.00").timeInForce(TimeInForce.IOC));
    assertThat(bench.order(bench.alice, id).filled()).isEqualTo("10.00000000");
    assertThat(bench.order(bench.alice, id).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(bench.best(Side.BUY).price()).isEqualTo("3149.00");
  }

  @Test
  void fillOrKillTakesAllOrNothing() {
    String tooMuch = bench.place(bench.alice, buy("12", "3151.00").timeInForce(TimeInForce.FOK));
    assertThat(bench.order(bench.alice, tooMuch).filled()).isZero();
    assertThat(bench.order(bench.alice, tooMuch).status()).isEqualTo(OrderStatus.CANCELED);
    String enough = bench.place(bench.alice, buy("12", "3152.00").timeInForce(TimeInForce.FOK));
    assertThat(bench.order(bench.alice, enough).status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void postOnlyIsRefusedInTheAnswerOrCanceled() {
    assertThat(bench.refusal(bench.alice, buy("1", "3151.00").postOnly(true)))
        .isEqualTo("EOrder:Post only order");
    bench.engine.refusePostOnlyInAnswer(false);
    String id = bench.place(bench.alice, buy("1", "3151.00").postOnly(true));
    assertThat(bench.order(bench.alice, id).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(bench.order(bench.alice, id).reason()).isEqualTo("Post only order");
    String rests = bench.place(bench.alice, buy("1", "3150.00").postOnly(true));
    assertThat(bench.order(bench.alice, rests).status()).isEqualTo(OrderStatus.NEW);
  }

  @Test
  void anIcebergShowsASliceAndRefillsAtTheBackOfItsLevel() {
    String iceberg =
        bench.place(
            bench.alice,
            OrderRequest.of(Bench.ETHER, Side.BUY, OrderType.ICEBERG)
                .limit("3", "3150.00")
                .displayQuantity(new BigDecimal("1")));
    String behind = bench.place(bench.bob, buy("1", "3150.00"));
    assertThat(bench.best(Side.BUY).quantity()).isEqualTo("2.00000000");

    bench.take(Side.SELL, "1");

    assertThat(bench.queue(Side.BUY)).containsExactly(behind, iceberg);
    assertThat(bench.best(Side.BUY).quantity()).isEqualTo("2.00000000");
    assertThat(bench.kinds()).endsWith(Kind.TRADE, Kind.ICEBERG_REFILL);
    assertThat(bench.order(bench.alice, iceberg).visibleQuantity()).isEqualTo("1.00000000");

    bench.take(Side.SELL, "3");
    assertThat(bench.order(bench.alice, iceberg).status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void fillOrKillCountsTheHiddenPartOfIcebergs() {
    bench.place(
        bench.alice,
        OrderRequest.of(Bench.ETHER, Side.BUY, OrderType.ICEBERG)
            .limit("3", "3150.00")
            .displayQuantity(new BigDecimal("1")));
    String id = bench.place(bench.bob, sell("3", "3150.00").timeInForce(TimeInForce.FOK));
    assertThat(bench.order(bench.bob, id).status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void ordersOfOneAccountDoNotMeet() {
    String resting = bench.place(bench.alice, buy("1", "3150.00"));
    String newest = bench.place(bench.alice, sell("1", "3150.00"));
    assertThat(bench.order(bench.alice, newest).reason()).isEqualTo("Self trade prevention");
    assertThat(bench.order(bench.alice, resting).status()).isEqualTo(OrderStatus.NEW);

    String oldest =
        bench.place(bench.alice, sell("1", "3149.00").selfTrade(SelfTrade.CANCEL_OLDEST));
    assertThat(bench.order(bench.alice, resting).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(bench.order(bench.alice, oldest).averagePrice()).isEqualTo("3149.00");

    String again = bench.place(bench.alice, buy("1", "3150.00"));
    String both = bench.place(bench.alice, sell("1", "3150.00").selfTrade(SelfTrade.CANCEL_BOTH));
    assertThat(bench.order(bench.alice, again).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(bench.order(bench.alice, both).status()).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  void theCrowdResizesItsOwnOrdersOnly() {
    bench.place(bench.alice, buy("2", "3149.00"));
    bench.crowd(Side.BUY, 3149, "3");
    assertThat(bench.best(Side.BUY).quantity()).isEqualTo("5.00000000");
    bench.crowd(Side.BUY, 3149, "0");
    assertThat(bench.best(Side.BUY).quantity()).isEqualTo("2.00000000");
    assertThat(bench.queue(Side.BUY)).hasSize(1);
    bench.crowd(Side.BUY, 3149, "4");
    assertThat(bench.best(Side.BUY).quantity()).isEqualTo(quantity("6"));
  }
}
