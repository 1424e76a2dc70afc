package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.krakenspot.client.Trading;
import io.krakenspot.market.Instruments;
import io.krakenspot.market.Side;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.ConditionalClose;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.Fate;
import io.krakenspot.order.FeePreference;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.Placed;
import io.krakenspot.order.Rejection;
import io.krakenspot.order.SelfTradePrevention;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.Trigger;
import io.krakenspot.order.TriggerReference;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Placing orders, with everything that may be asked for. */
abstract class PlaceCases extends AccountCase<World> {
  private static final BigDecimal FIFTY = new BigDecimal("50");

  @BeforeEach
  void connect() {
    connected();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = OrderType.class,
      names = {"UNKNOWN", "SETTLE_POSITION", "ICEBERG"},
      mode = EnumSource.Mode.EXCLUDE)
  @DisplayName("TR-01 every type of order is placed as it was asked for")
  void everyType(OrderType type) {
    NewOrder.Builder order = NewOrder.of(DOGE, Side.SELL, type).quantity(FIFTY);
    if (type.limited()) {
      order.limit(
          type == OrderType.TRAILING_STOP_LIMIT
              ? OrderPrice.away(new BigDecimal("0.0010000"))
              : far(Side.SELL));
    }
    if (type.triggered()) {
      boolean stop = type == OrderType.STOP_LOSS || type == OrderType.STOP_LOSS_LIMIT;
      order.trigger(
          Trigger.at(
              type.trailing()
                  ? OrderPrice.percentAway(new BigDecimal("5"))
                  : OrderPrice.of(stop ? "0.1000000" : "0.1500000")));
    }

    Placed placed = placed(order.build());

    AuditedOrder truth = truth(id(placed));
    assertThat(truth.type()).isEqualTo(type.wireName());
    assertThat(truth.quantity()).isEqualByComparingTo(FIFTY);
    assertThat(truth.clientId()).isEqualTo(placed.clientOrderId()).isNotNull();
    assertThat(truth.side()).isEqualTo(Side.SELL);
  }

  @Test
  @DisplayName("TR-02 what else an order may ask for is taken")
  void everyOption() {
    List<NewOrder> orders =
        List.of(
            limit(Side.BUY, "50").postOnly(true).build(),
            limit(Side.BUY, "50").timeInForce(TimeInForce.IOC).build(),
            limit(Side.BUY, "50").timeInForce(TimeInForce.GTC).build(),
            limit(Side.BUY, "50")
                .timeInForce(TimeInForce.GTD)
                .expireTime(world.now().plusSeconds(90))
                .build(),
            limit(Side.BUY, "50").effectiveTime(world.now().plusSeconds(30)).build(),
            limit(Side.BUY, "50").deadline(Duration.ofSeconds(2)).build(),
            limit(Side.BUY, "50").feePreference(FeePreference.BASE).build(),
            limit(Side.BUY, "50").selfTradePrevention(SelfTradePrevention.CANCEL_BOTH).build(),
            limit(Side.BUY, "50").userReference(-5).build(),
            NewOrder.buy(DOGE, OrderType.MARKET).cashQuantity(new BigDecimal("20")).build(),
            limit(Side.BUY, "50")
                .conditionalClose(
                    new ConditionalClose(
                        OrderType.STOP_LOSS_LIMIT,
                        OrderPrice.of("0.1000000"),
                        OrderPrice.of("0.0990000")))
                .build());

    for (NewOrder order : orders) {
      assertThat(truth(id(placed(order)))).as("%s", order).isNotNull();
    }
    assertThat(audit().orders()).hasSize(orders.size());
  }

  @Test
  @DisplayName("TR-03 an order that is only to be checked is not placed")
  void validateOnly() {
    Placed checked = placed(limit(Side.BUY, "50").validateOnly(true).build());

    assertThat(checked.orderId()).isNull();
    assertThat(audit().orders()).isEmpty();
  }

  @Test
  @DisplayName("TR-04 an order has a name of its own, unless the user gives one")
  void names() {
    Placed own = placed(limit(Side.BUY, "50").clientOrderId("my-order-1").build());
    Placed reference = placed(limit(Side.BUY, "50").userReference(42).build());
    Placed automatic = placed(limit(Side.BUY, "50").build());

    assertThat(own.clientOrderId()).isEqualTo("my-order-1");
    assertThat(truth(id(reference)).userref()).isEqualTo(42);
    assertThat(truth(id(reference)).clientId()).isNull();
    assertThat(automatic.clientOrderId()).isNotNull();
  }

  @Test
  @DisplayName("TR-05 iceberg, fill or kill, index triggers: placed, or refused before sending")
  void typesOfOneVersion() {
    takenOrRefused(
        Feature.PLACE_ICEBERG,
        NewOrder.buy(DOGE, OrderType.ICEBERG)
            .quantity(new BigDecimal("300"))
            .displayQuantity(new BigDecimal("100"))
            .limit(far(Side.BUY))
            .build());
    takenOrRefused(
        Feature.PLACE_FILL_OR_KILL,
        limit(Side.BUY, "50")
            .limit(OrderPrice.of("0.1300000"))
            .timeInForce(TimeInForce.FOK)
            .build());
    takenOrRefused(
        Feature.PLACE_INDEX_TRIGGER,
        NewOrder.sell(DOGE, OrderType.STOP_LOSS)
            .quantity(FIFTY)
            .trigger(new Trigger(OrderPrice.of("0.1000000"), TriggerReference.INDEX))
            .build());
  }

  private void takenOrRefused(Feature feature, NewOrder order) {
    if (has(feature)) {
      assertThat(truth(id(placed(order)))).isNotNull();
    } else {
      assertLacks(feature, () -> trading().place(order));
    }
  }

  @Test
  @DisplayName("TR-06 a batch is placed at once, each order with a fate of its own")
  void batch() {
    OrderBatch batch =
        OrderBatch.of(
            List.of(
                limit(Side.BUY, "50").build(),
                limit(Side.BUY, "900000000000").build(),
                limit(Side.SELL, "70").build()));
    if (!has(Feature.PLACE_BATCH)) {
      assertLacks(Feature.PLACE_BATCH, () -> trading().place(batch));
      return;
    }

    List<Fate<Placed>> fates = soon(trading().place(batch));

    assertThat(fates).hasSize(3);
    assertThat(fates.get(0)).isInstanceOf(Fate.Accepted.class);
    assertThat(rejection(fates.get(1)).reason()).isEqualTo(Rejection.Reason.INSUFFICIENT_FUNDS);
    assertThat(fates.get(2)).isInstanceOf(Fate.Accepted.class);
    assertThat(audit().orders()).hasSize(2);
  }

  @Test
  @DisplayName("TR-07 a batch that is only to be checked places nothing")
  void batchToBeChecked() {
    assumeHas(Feature.PLACE_BATCH);
    OrderBatch batch =
        new OrderBatch(
            List.of(limit(Side.BUY, "50").build(), limit(Side.SELL, "70").build()),
            Duration.ofSeconds(3),
            true);

    assertThat(soon(trading().place(batch))).hasSize(2).hasOnlyElementsOfType(Fate.Accepted.class);
    assertThat(audit().orders()).isEmpty();
  }

  @Test
  @DisplayName("TR-08 orders checked against reference data fail before sending, naming the field")
  void checkedAgainst() {
    Heard<Instruments> instruments = new Heard<>();
    soon(market().instruments(instruments).accepted());
    Trading checked = trading().checkedAgainst(instruments.last());
    int sent = world.sent().size();

    assertThatThrownBy(
            () ->
                checked.place(limit(Side.BUY, "50").limit(OrderPrice.of("0.11111111111")).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limit 0.11111111111");
    assertThatThrownBy(() -> checked.place(limit(Side.BUY, "0.000000001").build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quantity");
    OrderPrice wrong = OrderPrice.of("0.11111111111");
    assertThatThrownBy(
            () -> checked.amend(AmendOrder.of(OrderKey.id("A")).limit(wrong).pair(DOGE).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limit 0.11111111111");
    assertThatThrownBy(() -> checked.edit(EditOrder.of("A", DOGE).limit(wrong).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("limit 0.11111111111");

    world.run();
    assertThat(world.sent()).hasSize(sent);
    assertThat(accepted(checked.place(limit(Side.BUY, "50").build()))).isNotNull();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"0", "-1"})
  @DisplayName("TR-09 wrong arguments fail before sending, naming the field")
  void wrongArguments(String quantity) {
    assertThatThrownBy(() -> limit(Side.BUY, quantity).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quantity");
    assertThatThrownBy(() -> limit(Side.BUY, "50").timeInForce(TimeInForce.GTD).build())
        .hasMessageContaining("expireTime");
    assertThatThrownBy(() -> limit(Side.BUY, "50").deadline(Duration.ofMinutes(5)).build())
        .hasMessageContaining("deadline");
    assertThatThrownBy(() -> NewOrder.buy(DOGE, OrderType.LIMIT).quantity(FIFTY).build())
        .hasMessageContaining("limit");
    assertThatThrownBy(() -> trading().cancelAllAfter(Duration.ofDays(2)))
        .hasMessageContaining("timeout");
  }

  @Test
  @DisplayName("TR-10 how long a command took is told, and summed up")
  void latency() {
    exchange().delayAnswers(Duration.ofMillis(30));
    CompletableFuture<Fate<Placed>> stage =
        trading().place(limit(Side.BUY, "50").build()).toCompletableFuture();

    world.await("the answer", Duration.ofSeconds(10), stage::isDone);

    Fate<Placed> fate = soon(stage);

    var latency = Objects.requireNonNull(((Fate.Accepted<Placed>) fate).latency());
    assertThat(latency.total()).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    assertThat(latency.exchange() != null).isEqualTo(has(Feature.SERVER_TIMING));
    assertThat(soon(trading().latency()).count()).isOne();
    assertThat(soon(trading().latency()).max()).isEqualTo(latency.total());
  }
}
