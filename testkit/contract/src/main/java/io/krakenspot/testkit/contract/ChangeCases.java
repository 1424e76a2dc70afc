package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.krakenspot.market.Side;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.Cancelled;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.Edited;
import io.krakenspot.order.Fate;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.Rejection;
import io.krakenspot.order.SwitchTimes;
import io.krakenspot.order.Trigger;
import io.krakenspot.port.Feature;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Changing and cancelling orders. */
abstract class ChangeCases extends AccountCase<World> {
  @BeforeEach
  void connect() {
    connected();
  }

  @Test
  @DisplayName("TR-20 an order is amended by its id and by its client id")
  void amend() {
    String id = id(placed(limit(Side.BUY, "50").clientOrderId("mine").build()));

    accepted(
        trading().amend(AmendOrder.of(OrderKey.id(id)).quantity(new BigDecimal("40")).build()));
    accepted(
        trading()
            .amend(
                AmendOrder.of(OrderKey.clientId("mine"))
                    .limit(OrderPrice.of("0.1120000"))
                    .deadline(Duration.ofSeconds(2))
                    .postOnly(true)
                    .build()));

    assertThat(truth(id).quantity()).isEqualByComparingTo("40");
    assertThat(truth(id).limitPrice()).isEqualByComparingTo("0.1120000");
    assertThat(audit().orders()).hasSize(1);
  }

  @Test
  @DisplayName("TR-21 a trigger is amended")
  void amendTrigger() {
    String id =
        id(
            placed(
                NewOrder.sell(DOGE, OrderType.STOP_LOSS)
                    .quantity(new BigDecimal("50"))
                    .trigger(Trigger.at(OrderPrice.of("0.1000000")))
                    .build()));

    accepted(
        trading()
            .amend(AmendOrder.of(OrderKey.id(id)).trigger(OrderPrice.of("0.0990000")).build()));

    assertThat(truth(id).isFinal()).isFalse();
  }

  @Test
  @DisplayName("TR-22 an edit replaces an order by another")
  void edit() {
    String id = id(placed(limit(Side.BUY, "50").userReference(9).build()));

    Edited edited =
        accepted(
            trading()
                .edit(
                    EditOrder.of(id, DOGE)
                        .quantity(new BigDecimal("45"))
                        .limit(OrderPrice.of("0.1130000"))
                        .userReference(10)
                        .build()));

    assertThat(edited.originalOrderId()).isEqualTo(id);
    assertThat(truth(id).status()).isEqualTo("canceled");
    String replacement = Objects.requireNonNull(edited.orderId());
    assertThat(truth(replacement).limitPrice()).isEqualByComparingTo("0.1130000");
    assertThat(truth(replacement).quantity()).isEqualByComparingTo("45");
  }

  @Test
  @DisplayName("TR-23 what only some versions can edit is refused by the others before sending")
  void editDetails() {
    String id = id(placed(limit(Side.BUY, "50").userReference(9).build()));
    EditOrder change =
        EditOrder.of(id, DOGE)
            .limit(OrderPrice.of("0.1130000"))
            .deadline(Duration.ofSeconds(3))
            .build();
    if (has(Feature.EDIT_DETAILS)) {
      accepted(trading().edit(change));
    } else {
      assertLacks(Feature.EDIT_DETAILS, () -> trading().edit(change));
    }
  }

  @Test
  @DisplayName("TR-19 a limit price as a distance is an edit's on v1 alone")
  void editDistance() {
    String id = id(placed(limit(Side.BUY, "50").userReference(9).build()));
    EditOrder change =
        EditOrder.of(id, DOGE).limit(OrderPrice.percentAway(new BigDecimal("-5"))).build();
    if (has(Feature.EDIT_DISTANCE)) {
      accepted(trading().edit(change));
    } else {
      assertLacks(Feature.EDIT_DISTANCE, () -> trading().edit(change));
      assertThat(audit().orders()).hasSize(1);
    }
  }

  @Test
  @DisplayName("TR-24 an order is cancelled by any of its names")
  void cancelByAnyName() {
    String first = id(placed(limit(Side.BUY, "50").build()));
    placed(limit(Side.BUY, "60").clientOrderId("mine").build());
    placed(limit(Side.BUY, "70").userReference(7).build());

    accepted(trading().cancel(OrderKey.id(first)));
    accepted(trading().cancel(OrderKey.clientId("mine")));
    accepted(trading().cancel(OrderKey.userReference(7)));

    assertThat(audit().orders()).extracting(order -> order.status()).containsOnly("canceled");
  }

  @Test
  @DisplayName("TR-25 a cancel by a reference of several cancels them all, with one fate")
  void cancelSeveral() {
    for (int time = 0; time < 3; time++) {
      placed(limit(Side.BUY, "50").userReference(7).build());
    }

    Cancelled cancelled = accepted(trading().cancel(OrderKey.userReference(7)));

    assertThat(cancelled.count()).isEqualTo(3);
    assertThat(audit().orders()).extracting(order -> order.status()).containsOnly("canceled");
  }

  @Test
  @DisplayName("TR-26 several cancels at once have a fate each")
  void cancels() {
    OrderKey there = OrderKey.id(id(placed(limit(Side.BUY, "50").build())));
    OrderKey nowhere = OrderKey.clientId("nobody");

    Map<OrderKey, Fate<Cancelled>> fates = soon(trading().cancel(List.of(there, nowhere)));

    assertThat(fates.get(there)).isInstanceOf(Fate.Accepted.class);
    assertThat(rejection(Objects.requireNonNull(fates.get(nowhere))).reason())
        .isEqualTo(Rejection.Reason.UNKNOWN_ORDER);
  }

  @Test
  @DisplayName("TR-27 a batch of cancels has one fate, or is refused before sending")
  void cancelBatch() {
    List<OrderKey> keys = new ArrayList<>();
    for (int time = 0; time < 3; time++) {
      keys.add(OrderKey.id(id(placed(limit(Side.BUY, "50").build()))));
    }
    if (!has(Feature.CANCEL_BATCH)) {
      assertLacks(Feature.CANCEL_BATCH, () -> trading().cancelBatch(keys));
      return;
    }
    assertThat(accepted(trading().cancelBatch(keys)).count()).isEqualTo(3);
    keys.clear();
    keys.add(OrderKey.id(id(placed(limit(Side.BUY, "50").build()))));
    keys.add(OrderKey.id(id(placed(limit(Side.BUY, "50").build()))));
    exchange().olderBatchCancel(true);
    assertThat(accepted(trading().cancelBatch(keys)).count()).isEqualTo(2);
  }

  @Test
  @DisplayName("TR-28 all orders are cancelled at once, and counted")
  void cancelAll() {
    placed(limit(Side.BUY, "50").build());
    myself().limit(Side.SELL, DOGE, "60", far(Side.SELL).value());

    assertThat(accepted(trading().cancelAll()).count()).isEqualTo(2);
    assertThat(accepted(trading().cancelAll()).count()).isZero();
  }

  @Test
  @DisplayName("TR-29 all orders are cancelled after a while, unless that is put off or called off")
  void cancelAllAfter() {
    String id = id(placed(limit(Side.BUY, "50").build()));
    SwitchTimes first = accepted(trading().cancelAllAfter(Duration.ofSeconds(1)));
    assertThat(first.triggerTime())
        .isEqualTo(Objects.requireNonNull(first.currentTime()).plusSeconds(1));
    accepted(trading().cancelAllAfter(Duration.ofSeconds(30)));
    accepted(trading().cancelAllAfter(Duration.ZERO));
    SwitchTimes last = accepted(trading().cancelAllAfter(Duration.ofSeconds(1)));

    world.await("all is cancelled", Duration.ofSeconds(5), () -> truth(id).isFinal());

    assertThat(truth(id).status()).isEqualTo("canceled");
    assertThat(truth(id).time())
        .isCloseTo(Objects.requireNonNull(last.triggerTime()), within(1, ChronoUnit.SECONDS));
  }
}
