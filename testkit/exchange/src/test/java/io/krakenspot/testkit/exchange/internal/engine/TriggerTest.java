package io.krakenspot.testkit.exchange.internal.engine;

import static io.krakenspot.testkit.exchange.internal.engine.Bench.at;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.buy;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.order;
import static io.krakenspot.testkit.exchange.internal.engine.OrderPrice.Kind.PCT;
import static io.krakenspot.testkit.exchange.internal.engine.OrderPrice.Kind.QUOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that wait for a price, and orders that close others. */
final class TriggerTest {
  private final Bench bench = new Bench();

  @BeforeEach
  void lastPriceIs3150() {
    bench.last(3150);
    bench.crowd(Side.SELL, 3150, "0");
  }

  private static OrderPrice percent(String value) {
    return new OrderPrice(new BigDecimal(value), PCT);
  }

  private static OrderPrice dollars(String value) {
    return new OrderPrice(new BigDecimal(value), QUOTE);
  }

  private EngineOrder alice(String id) {
    return bench.order(bench.alice, id);
  }

  private TriggerState trigger(String id) {
    return Objects.requireNonNull(alice(id).trigger());
  }

  @Test
  void aStopWaitsOutsideTheBookUntilThePriceTurns() {
    String id =
        bench.place(bench.alice, order(Side.SELL, OrderType.STOP_LOSS, "1").trigger(at("3148")));
    assertThat(alice(id).status()).isEqualTo(OrderStatus.NEW);
    assertThat(bench.alice.reserved(bench.ether)).isEqualByComparingTo("1");
    bench.last(3149);
    assertThat(trigger(id).fired()).isFalse();
    bench.heard.clear();

    bench.last(3148);

    assertThat(alice(id).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(trigger(id).lastPrice()).isEqualTo("3148.00");
    assertThat(bench.kinds()).startsWith(Kind.STATUS).endsWith(Kind.FILLED);
  }

  @Test
  void aTakeProfitWaitsForTheOtherWay() {
    String id =
        bench.place(
            bench.alice,
            order(Side.SELL, OrderType.TAKE_PROFIT_LIMIT, "1")
                .trigger(at("3152"))
                .limitPrice(OrderPrice.of(new BigDecimal("3151.50"))));
    bench.last(3149);
    assertThat(trigger(id).fired()).isFalse();
    bench.last(3152);
    assertThat(trigger(id).fired()).isTrue();
    assertThat(alice(id).visibleQuantity()).isEqualTo("1.00000000");
    assertThat(bench.best(Side.SELL).price()).isEqualTo("3151.50");
  }

  @Test
  void aTriggerMayBeRelativeToTheLastPrice() {
    String id =
        bench.place(
            bench.alice,
            order(Side.BUY, OrderType.STOP_LOSS, "1").trigger(TriggerTerms.last(percent("2"))));
    assertThat(trigger(id).actualPrice()).isEqualTo("3213.00");
  }

  @Test
  void aTriggerThatIsMetAlreadyFiresAtOnce() {
    String id =
        bench.place(bench.alice, order(Side.BUY, OrderType.STOP_LOSS, "1").trigger(at("3140")));
    assertThat(alice(id).status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void aTrailingStopFollowsThePriceOneWay() {
    String id =
        bench.place(
            bench.alice,
            order(Side.SELL, OrderType.TRAILING_STOP, "1")
                .trigger(TriggerTerms.last(dollars("5"))));
    assertThat(trigger(id).actualPrice()).isEqualTo("3145.00");
    bench.last(3153);
    assertThat(trigger(id).actualPrice()).isEqualTo("3148.00");
    assertThat(trigger(id).peakPrice()).isEqualTo("3153.00");
    bench.last(3149);
    assertThat(trigger(id).actualPrice()).isEqualTo("3148.00");
    assertThat(alice(id).status()).isEqualTo(OrderStatus.NEW);
    bench.last(3148);
    assertThat(alice(id).status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void aTrailingStopLimitTakesItsLimitFromItsTrigger() {
    String id =
        bench.place(
            bench.alice,
            order(Side.SELL, OrderType.TRAILING_STOP_LIMIT, "1")
                .trigger(TriggerTerms.last(dollars("2")))
                .limitPrice(dollars("3")));
    assertThat(alice(id).limitPrice()).isNull();
    bench.last(3148);
    assertThat(alice(id).limitPrice()).isEqualTo("3151.00");
    assertThat(alice(id).visibleQuantity()).isEqualTo("1.00000000");
  }

  @Test
  void oneTriggerMaySetOffAnother() {
    bench.crowd(Side.BUY, 3140, "10");
    String first =
        bench.place(bench.alice, order(Side.SELL, OrderType.STOP_LOSS, "25").trigger(at("3149")));
    String second =
        bench.place(bench.bob, order(Side.SELL, OrderType.STOP_LOSS, "1").trigger(at("3148")));
    int before = bench.updates.size();
    bench.take(Side.SELL, "1");
    assertThat(alice(first).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(bench.order(bench.bob, second).status()).isEqualTo(OrderStatus.FILLED);
    assertThat(bench.updates.size() - before).as("an event for each order").isEqualTo(3);
  }

  @Test
  void eachFillMakesItsClosingOrder() {
    CloseTerms close =
        new CloseTerms(OrderType.LIMIT, OrderPrice.of(new BigDecimal("3200.00")), null);
    String parent = bench.place(bench.alice, buy("2", "3150.00").userref(7L).close(close));
    bench.take(Side.SELL, "0.5");
    bench.take(Side.SELL, "1.5");
    List<EngineOrder> closing =
        bench.alice.orders().stream().filter(order -> order.parentId() != null).toList();
    assertThat(closing).extracting(EngineOrder::parentId).containsOnly(parent);
    assertThat(closing)
        .extracting(order -> order.quantity().toPlainString())
        .containsExactly("0.50000000", "1.50000000");
    assertThat(closing).allMatch(order -> order.request().side() == Side.SELL);
    assertThat(bench.alice.openOrders()).hasSize(2);
  }
}
