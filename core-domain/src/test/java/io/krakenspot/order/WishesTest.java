package io.krakenspot.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.krakenspot.market.Pair;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be asked for, each refusal naming its field. */
class WishesTest {
  private static final Pair BTC = Pair.of("BTC/USD");
  private static final OrderKey A = OrderKey.id("A");
  private static final BigDecimal TWO = new BigDecimal("2");
  private static final BigDecimal NOTHING = new BigDecimal("0.00");
  private static final OrderPrice PRICE = OrderPrice.of("100");
  private static final Trigger TRIGGER = Trigger.at(PRICE);

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongOrders")
  void refusesAnOrder(String says, OrderType type, Consumer<NewOrder.Builder> change) {
    NewOrder.Builder order = fitting(type);
    assertThat(fitting(type).build().type()).isEqualTo(type);
    change.accept(order);

    assertThatIllegalArgumentException().isThrownBy(order::build).withMessageContaining(says);
  }

  static Stream<Arguments> wrongOrders() {
    return Stream.of(
        wrong("quantity must", OrderType.LIMIT, order -> order.quantity(NOTHING)),
        wrong("exclude each other", OrderType.MARKET, order -> order.cashQuantity(TWO)),
        wrong("limit is not for MARKET", OrderType.MARKET, order -> order.limit(PRICE)),
        wrong("limit must be more", OrderType.LIMIT, order -> order.limit(OrderPrice.of("0"))),
        wrong(
            "limit of LIMIT must be a price",
            OrderType.LIMIT,
            order -> order.limit(OrderPrice.away(TWO))),
        wrong("trigger is not for LIMIT", OrderType.LIMIT, order -> order.trigger(TRIGGER)),
        wrong(
            "trigger must be more",
            OrderType.STOP_LOSS,
            order -> order.trigger(Trigger.at(OrderPrice.of("-1")))),
        wrong("trigger of TRAILING_STOP", OrderType.TRAILING_STOP, order -> order.trigger(TRIGGER)),
        wrong(
            "trigger of TRAILING_STOP",
            OrderType.TRAILING_STOP,
            order -> order.trigger(Trigger.at(OrderPrice.away(TWO.negate())))),
        wrong("displayQuantity is not for", OrderType.LIMIT, order -> order.displayQuantity(TWO)),
        wrong(
            "displayQuantity must be more",
            OrderType.ICEBERG,
            order -> order.displayQuantity(NOTHING)),
        wrong(
            "a fifteenth",
            OrderType.ICEBERG,
            order -> order.displayQuantity(new BigDecimal("0.13"))),
        wrong("deadline", OrderType.LIMIT, order -> order.deadline(Duration.ofMillis(999))),
        wrong("deadline", OrderType.LIMIT, order -> order.deadline(Duration.ofSeconds(61))),
        wrong("timeInForce", OrderType.LIMIT, order -> order.timeInForce(TimeInForce.UNKNOWN)),
        wrong("expireTime", OrderType.LIMIT, order -> order.timeInForce(TimeInForce.GTD)),
        wrong("expireTime", OrderType.LIMIT, order -> order.expireTime(Instant.EPOCH)),
        wrong("FOK", OrderType.MARKET, order -> order.timeInForce(TimeInForce.FOK)),
        wrong("postOnly is for", OrderType.MARKET, order -> order.postOnly(true)),
        wrong(
            "postOnly and timeInForce IOC",
            OrderType.LIMIT,
            order -> order.postOnly(true).timeInForce(TimeInForce.IOC)),
        wrong("leverage", OrderType.LIMIT, order -> order.leverage(1)),
        wrong("leverage", OrderType.LIMIT, order -> order.leverage(6)),
        wrong("reduceOnly", OrderType.LIMIT, order -> order.reduceOnly(true)),
        wrong("clientOrderId", OrderType.LIMIT, order -> order.clientOrderId("x".repeat(19))),
        wrong("clientOrderId", OrderType.LIMIT, order -> order.clientOrderId("ordre-é")),
        wrong("senderSubId", OrderType.LIMIT, order -> order.senderSubId("")),
        wrong(
            "clientOrderId and userReference",
            OrderType.LIMIT,
            order -> order.clientOrderId("a").userReference(5)),
        wrong(
            "clientOrderId and conditionalClose",
            OrderType.LIMIT,
            order ->
                order
                    .clientOrderId("a")
                    .conditionalClose(new ConditionalClose(OrderType.LIMIT, null, PRICE))),
        wrong("userReference", OrderType.LIMIT, order -> order.userReference(0)));
  }

  private static Arguments wrong(String says, OrderType type, Consumer<NewOrder.Builder> change) {
    return Arguments.of(says, type, change);
  }

  private static NewOrder.Builder fitting(OrderType type) {
    NewOrder.Builder order = NewOrder.buy(BTC, type).quantity(TWO);
    if (type.limited()) {
      order.limit(PRICE);
    }
    if (type.triggered()) {
      order.trigger(type.trailing() ? Trigger.at(OrderPrice.away(TWO)) : TRIGGER);
    }
    if (type == OrderType.ICEBERG) {
      order.displayQuantity(TWO);
    }
    return order;
  }

  @ParameterizedTest
  @EnumSource(value = OrderType.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void takesEachTypeWithWhatItNeedsAndNamesWhatIsMissing(OrderType type) {
    assertThat(fitting(type).build().toString()).contains("BUY 2 BTC/USD " + type);
    NewOrder.Builder bare = NewOrder.buy(BTC, type).quantity(TWO);
    if (type.limited()) {
      assertThatIllegalArgumentException().isThrownBy(bare::build).withMessageContaining("missing");
    }
    if (type.triggered()) {
      bare.limit(PRICE);
      assertThatIllegalArgumentException()
          .isThrownBy(bare::build)
          .withMessageMatching("(trigger is missing|limit is not).*");
    }
  }

  @Test
  void anOrderHasAnAmount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NewOrder.buy(BTC, OrderType.MARKET).build())
        .withMessageContaining("quantity is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NewOrder.sell(BTC, OrderType.MARKET).cashQuantity(TWO).build())
        .withMessageContaining("cashQuantity");
    assertThat(NewOrder.buy(BTC, OrderType.MARKET).cashQuantity(TWO).build().toString())
        .isEqualTo("BUY 2 USD of BTC/USD MARKET");
  }

  @Test
  void anUnknownTypeCannotBePlaced() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NewOrder.buy(BTC, OrderType.UNKNOWN).quantity(TWO).build())
        .withMessageContaining("order type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6d1b345e-2821-40e2-ad83-4ecb18a06876",
        "6d1b345e282140e2ad834ecb18a06876",
        "my order 1",
        "123456789012345678"
      })
  void clientOrderIdsMayHaveTheirThreeForms(String id) {
    assertThat(fitting(OrderType.LIMIT).build().withClientOrderId(id).clientOrderId())
        .isEqualTo(id);
    assertThat(OrderKey.clientId(id)).hasToString("client id " + id);
  }

  @Test
  void aDeadlineIsLongEnoughToOutliveTheWay() {
    assertThat(fitting(OrderType.LIMIT).deadline(Duration.ofSeconds(1)).build().deadline())
        .isEqualTo(Duration.ofSeconds(1));
    refuses(
        "deadline must be from 1 s to 60 s",
        () -> fitting(OrderType.LIMIT).deadline(Duration.ofMillis(500)).build());
  }

  @Test
  void anAmendNamesOneOrderAndAChange() {
    refuses("order:", () -> AmendOrder.of(OrderKey.userReference(5)).quantity(TWO).build());
    refuses("without a change", () -> AmendOrder.of(A).postOnly(true).build());
    refuses("quantity", () -> AmendOrder.of(A).quantity(NOTHING).build());
    refuses("displayQuantity", () -> AmendOrder.of(A).displayQuantity(NOTHING).build());
    refuses("limit", () -> AmendOrder.of(A).limit(OrderPrice.of("0")).build());
    refuses("trigger", () -> AmendOrder.of(A).trigger(OrderPrice.of("0")).build());
    refuses("deadline", () -> AmendOrder.of(A).limit(PRICE).deadline(Duration.ZERO).build());
    assertThat(AmendOrder.of(A).limit(OrderPrice.away(TWO.negate())).build().limit())
        .hasToString("-2");
  }

  @Test
  void anEditNamesOneOrderAndAChange() {
    refuses("orderId", () -> EditOrder.of(" ", BTC).quantity(TWO).build());
    refuses("without a change", () -> EditOrder.of("A", BTC).postOnly(true).build());
    refuses("quantity", () -> EditOrder.of("A", BTC).quantity(NOTHING).build());
    refuses("displayQuantity", () -> EditOrder.of("A", BTC).displayQuantity(NOTHING).build());
    refuses("limit", () -> EditOrder.of("A", BTC).limit(OrderPrice.of("0")).build());
    refuses(
        "deadline",
        () -> EditOrder.of("A", BTC).limit(PRICE).deadline(Duration.ofMinutes(2)).build());
  }

  @Test
  void aBatchHasTwoToFifteenOrdersOfOnePair() {
    NewOrder order = fitting(OrderType.LIMIT).build();
    NewOrder other = NewOrder.buy(Pair.of("ETH/USD"), OrderType.MARKET).quantity(TWO).build();
    refuses("2 to 15", () -> OrderBatch.of(List.of(order)));
    refuses("2 to 15", () -> OrderBatch.of(Collections.nCopies(16, order)));
    refuses("one pair", () -> OrderBatch.of(List.of(order, other)));
    refuses(
        "validateOnly",
        () -> OrderBatch.of(List.of(order, fitting(OrderType.LIMIT).validateOnly(true).build())));
    refuses("deadline", () -> new OrderBatch(List.of(order, order), Duration.ofMillis(1), false));
    assertThat(OrderBatch.of(Collections.nCopies(15, order)).pair()).isEqualTo(BTC);
  }

  @Test
  void aConditionalCloseIsOfATypeThatCanClose() {
    refuses("MARKET", () -> new ConditionalClose(OrderType.MARKET, null, null));
    refuses("ICEBERG", () -> new ConditionalClose(OrderType.ICEBERG, null, PRICE));
    refuses("limit is missing", () -> new ConditionalClose(OrderType.LIMIT, null, null));
    refuses("trigger is not for", () -> new ConditionalClose(OrderType.LIMIT, PRICE, PRICE));
    refuses("order id", () -> OrderKey.id(""));
    refuses("client order id", () -> OrderKey.clientId(""));
  }

  private static void refuses(String says, Runnable wish) {
    assertThatIllegalArgumentException().isThrownBy(wish::run).withMessageContaining(says);
  }
}
