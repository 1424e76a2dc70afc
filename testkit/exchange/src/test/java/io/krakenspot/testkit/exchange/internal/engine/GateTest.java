package io.krakenspot.testkit.exchange.internal.engine;

import static io.krakenspot.testkit.exchange.internal.engine.Bench.at;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.buy;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.order;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.InstrumentStatus;
import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the engine refuses: by its state, by its rates, by what was asked. */
final class GateTest {
  private final Bench bench = new Bench();

  private String buying() {
    return bench.refusal(bench.alice, buy("1", "3000.00"));
  }

  @Test
  void stateOfTheEngineDecides() {
    String id = bench.place(bench.alice, buy("1", "3000.00"));
    bench.state = SystemStatus.State.CANCEL_ONLY;
    assertThat(buying()).isEqualTo("EService:Market in cancel_only mode");
    bench.state = SystemStatus.State.POST_ONLY;
    assertThat(buying()).isEqualTo("EService:Market in post_only mode");
    assertThat(bench.refusal(bench.alice, buy("1", "3000.00").postOnly(true)))
        .isEqualTo("accepted");
    bench.state = SystemStatus.State.LIMIT_ONLY;
    assertThat(bench.refusal(bench.alice, order(Side.BUY, OrderType.MARKET, "1")))
        .isEqualTo("EService:Market in limit_only mode");
    assertThat(buying()).isEqualTo("accepted");
    bench.state = SystemStatus.State.MAINTENANCE;
    assertThat(buying()).isEqualTo("EService:Unavailable");
    assertThat(bench.engine.cancel(bench.alice, OrderRef.id(id)).get(0).error())
        .isEqualTo("EService:Unavailable");
    bench.state = SystemStatus.State.CANCEL_ONLY;
    assertThat(bench.engine.cancel(bench.alice, OrderRef.id(id)).get(0).ok()).isTrue();
  }

  @Test
  void statusOfThePairDecides() {
    bench.market.status(bench.pair, InstrumentStatus.POST_ONLY);
    assertThat(buying()).isEqualTo("EService:Market in post_only mode");
    bench.market.status(bench.pair, InstrumentStatus.DELISTED);
    assertThat(buying()).isEqualTo("EService:Unavailable");
  }

  @Test
  void deadlineMustNotBeOver() {
    assertThat(bench.refusal(bench.alice, buy("1", "3000.00").deadline(bench.now())))
        .isEqualTo("EService:Deadline elapsed");
    assertThat(
            bench.refusal(bench.alice, buy("1", "3000.00").deadline(bench.now().plusSeconds(61))))
        .isEqualTo("EGeneral:Invalid arguments:deadline");
    assertThat(bench.refusal(bench.alice, buy("1", "3000.00").deadline(bench.now().plusSeconds(5))))
        .isEqualTo("accepted");
  }

  @Test
  void minimumsAndTicks() {
    assertThat(bench.refusal(bench.alice, buy("0.00001", "3000.00")))
        .isEqualTo("EOrder:Order minimum not met");
    assertThat(bench.refusal(bench.alice, buy("0.01", "3.00")))
        .isEqualTo("EOrder:Cost minimum not met");
    assertThat(bench.refusal(bench.alice, buy("1", "3000.001")))
        .isEqualTo("EOrder:Tick size check failed");
    assertThat(bench.refusal(bench.alice, sell("1", "1.00"))).isEqualTo("EOrder:Invalid price");
    assertThat(bench.refusal(bench.alice, buy("0", "3000.00")))
        .isEqualTo("EGeneral:Invalid arguments:volume minimum not met");
  }

  @Test
  void termsMustFitTheType() {
    String arguments = "EGeneral:Invalid arguments:";
    assertThat(bench.refusal(bench.alice, order(Side.BUY, OrderType.LIMIT, "1")))
        .isEqualTo(arguments + "limit_price");
    assertThat(bench.refusal(bench.alice, order(Side.BUY, OrderType.STOP_LOSS, "1")))
        .isEqualTo(arguments + "triggers");
    assertThat(bench.refusal(bench.alice, buy("1", "3000.00").trigger(at("3000"))))
        .isEqualTo(arguments + "triggers");
    assertThat(bench.refusal(bench.alice, buy("1", "3000.00").timeInForce(TimeInForce.GTD)))
        .isEqualTo(arguments + "expire_time");
    assertThat(
            bench.refusal(
                bench.alice,
                OrderRequest.of(Bench.ETHER, Side.BUY, OrderType.ICEBERG)
                    .limit("16", "3000.00")
                    .displayQuantity(BigDecimal.ONE)))
        .isEqualTo(arguments + "display_qty");
    assertThat(
            bench.refusal(
                bench.alice, order(Side.SELL, OrderType.TRAILING_STOP, "1").trigger(at("100"))))
        .isEqualTo(arguments + "trigger_price_type");
    assertThat(bench.refusal(bench.alice, buy("1", "3000.00").clientId("x").userref(1L)))
        .isEqualTo(arguments + "cl_ord_id");
    assertThat(bench.refusal(bench.alice, buy("1", "3000.00").clientId("more than eighteen!")))
        .isEqualTo(arguments + "cl_ord_id");
  }

  @Test
  void aClientIdIsUniqueAmongOpenOrders() {
    String id = bench.place(bench.alice, buy("1", "3000.00").clientId("a"));
    assertThat(bench.refusal(bench.alice, buy("1", "3000.00").clientId("a")))
        .isEqualTo("EGeneral:Invalid arguments:cl_ord_id");
    assertThat(bench.refusal(bench.bob, buy("1", "3000.00").clientId("a"))).isEqualTo("accepted");
    bench.engine.cancel(bench.alice, OrderRef.id(id));
    assertThat(bench.refusal(bench.alice, buy("1", "3000.00").clientId("a"))).isEqualTo("accepted");
  }

  @Test
  void validatingPlacesNothing() {
    assertThat(bench.place(bench.alice, buy("1", "3000.00").validateOnly(true))).isEmpty();
    assertThat(bench.alice.orders()).isEmpty();
  }

  @Test
  void theCounterChargesByAgeAndDecays() {
    bench.alice.tier(Tier.STARTER);
    String id = bench.place(bench.alice, buy("2", "3000.00"));
    bench.loop.advance(Duration.ofSeconds(7));
    assertThat(bench.alice.rateCount(Bench.ETHER, bench.now())).isZero();
    bench.engine.amend(bench.alice, AmendRequest.quantity(OrderRef.id(id), BigDecimal.ONE));
    assertThat(bench.alice.rateCount(Bench.ETHER, bench.now())).isEqualByComparingTo("3");
    bench.loop.advance(Duration.ofMillis(1500));
    bench.engine.cancel(bench.alice, OrderRef.id(id));
    assertThat(bench.alice.rateCount(Bench.ETHER, bench.now())).isEqualByComparingTo("9.5");
  }

  @Test
  void tooMuchIsRefusedUntilItHasDecayedButABatchCancelIsTaken() {
    for (int order = 0; order < 13; order++) {
      bench.place(bench.alice, buy("0.1", "3000.00").userref((long) order));
    }
    for (int order = 0; order < 13; order++) {
      bench.engine.cancel(bench.alice, OrderRef.userref(order));
    }
    assertThat(bench.alice.rateCount(Bench.ETHER, bench.now())).isEqualByComparingTo("117");
    bench.place(bench.alice, buy("0.1", "3000.00").userref(99L));
    assertThat(bench.engine.cancel(bench.alice, OrderRef.userref(99)).get(0).error())
        .isEqualTo("EOrder:Rate limit exceeded");
    assertThat(bench.engine.cancelBatch(bench.alice, List.of(OrderRef.userref(99))).value())
        .isOne();
    assertThat(buying()).isEqualTo("EOrder:Rate limit exceeded");
    assertThat(bench.refusal(bench.bob, buy("1", "3000.00"))).isEqualTo("accepted");
    bench.loop.advance(Duration.ofSeconds(2));
    assertThat(buying()).isEqualTo("accepted");
  }

  @Test
  void openOrdersOfAPairAreLimited() {
    for (int order = 0; order < 80; order++) {
      bench.place(bench.alice, buy("0.01", "3000.00"));
    }
    assertThat(buying()).isEqualTo("EOrder:Orders limit exceeded");
  }
}
