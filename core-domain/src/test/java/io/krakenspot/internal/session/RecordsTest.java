package io.krakenspot.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.order.Latency;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.port.AccountFrame;
import io.krakenspot.port.OrderReport;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private final OrderRecords orders = new OrderRecords();
  private final Sequence sequence = new Sequence();

  @Test
  void theFirstFrameMayHaveAnyNumberAndEachIsOneMoreThanTheLast() {
    assertThat(sequence.step(7)).isEqualTo(Sequence.Step.NEXT);
    assertThat(sequence.step(8)).isEqualTo(Sequence.Step.NEXT);
    assertThat(sequence.step(8)).isEqualTo(Sequence.Step.REPEATED);
    assertThat(sequence.step(10)).isEqualTo(Sequence.Step.BROKEN);
    assertThat(sequence.step(11)).isEqualTo(Sequence.Step.NEXT);
    assertThat(sequence.step(1)).isEqualTo(Sequence.Step.BROKEN);
  }

  @Test
  void aFrameWithoutANumberTellsNothing() {
    sequence.restart(1);

    assertThat(sequence.step(AccountFrame.NO_SEQUENCE)).isEqualTo(Sequence.Step.NEXT);
    assertThat(sequence.step(2)).isEqualTo(Sequence.Step.NEXT);
  }

  @Test
  void aReportChangesWhatItCarriesAndNothingElse() {
    apply(OrderUpdate.Kind.OPENED, OrderStatus.NEW, "cid=a", "qty=2");
    Order order = apply(OrderUpdate.Kind.AMENDED, null, "qty=3");

    assertThat(order.clientOrderId()).isEqualTo("a");
    assertThat(order.quantity()).isEqualByComparingTo("3");
    assertThat(order.status()).isEqualTo(OrderStatus.NEW);
    assertThat(order.get(OrderAttribute.OPENED)).isEqualTo(Instant.EPOCH);
    assertThat(order.get(OrderAttribute.UPDATED)).isEqualTo(Instant.EPOCH);
  }

  @Test
  void aLookUpFillsTheNameThatALostFrameHad() {
    apply(OrderUpdate.Kind.OPENED, OrderStatus.NEW, "qty=2");
    orders.found(new Order("A", OrderStatus.NEW, AccountWords.attributes("cid=a", "qty=1")), null);

    assertThat(orders.named(OrderKey.clientId("a")))
        .singleElement()
        .satisfies(order -> assertThat(order.quantity()).isEqualByComparingTo("2"));
  }

  @Test
  void aLookUpTellsOfAnAmendUnlessTheFeedHasToldSomethingSince() {
    Order asked = apply(OrderUpdate.Kind.OPENED, OrderStatus.NEW, "qty=2", "limit=100");
    Order found = AccountWords.found("A,NEW,qty=2,limit=101");
    assertThat(orders.missedAnAmend(found, asked)).isTrue();
    assertThat(orders.missedAnAmend(AccountWords.found("A,NEW,limit=100.0"), asked)).isFalse();
    orders.found(found, asked);
    assertThat(orders.find("A")).extracting(Order::limitPrice).isEqualTo(OrderPrice.of("101"));
    apply(OrderUpdate.Kind.AMENDED, OrderStatus.NEW, "limit=102");
    orders.found(found, asked);

    assertThat(orders.find("A")).extracting(Order::limitPrice).isEqualTo(OrderPrice.of("102"));
  }

  @Test
  void aLatePendingDoesNotTakeAnOrderBack() {
    apply(OrderUpdate.Kind.OPENED, OrderStatus.NEW);

    assertThat(apply(OrderUpdate.Kind.PENDING, OrderStatus.PENDING).status())
        .isEqualTo(OrderStatus.NEW);
  }

  @Test
  void anOrderThatIsHeardOfWithoutAStatusIsUnknown() {
    assertThat(apply(OrderUpdate.Kind.CHANGED, null).status()).isEqualTo(OrderStatus.UNKNOWN);
    assertThat(apply(OrderUpdate.Kind.TRADED, null, "exec=1").status())
        .isEqualTo(OrderStatus.PARTIALLY_FILLED);
  }

  @Test
  void theNewestOpenOrderOfAKeyIsFound() {
    orders.found(AccountWords.found("A,NEW,ref=5"), null);
    orders.found(AccountWords.found("B,NEW,ref=5"), null);
    orders.found(AccountWords.found("C,FILLED,ref=5"), null);
    OrderKey five = OrderKey.userReference(5);

    assertThat(orders.named(five)).extracting(Order::id).containsExactly("C", "A", "B");
    Order newest = orders.find(five);
    assertThat(newest).isNotNull();
    assertThat(newest.id()).isEqualTo("B");
    assertThat(orders.named(OrderKey.id("A"))).hasSize(1);
    assertThat(orders.named(OrderKey.id("X"))).isEmpty();
  }

  @Test
  void endedOrdersAreForgottenAfterAWhile() {
    for (int i = 0; i < 2_001; i++) {
      orders.found(AccountWords.found("O" + i + ",FILLED"), null);
    }

    assertThat(orders.all()).hasSize(2_000);
    assertThat(orders.find("O0")).isNull();
  }

  @Test
  void latenciesAreToldByTheirMedianAndTheirTail() {
    LatencyTally tally = new LatencyTally();
    assertThat(tally.summary().count()).isZero();
    assertThat(tally.summary().median()).isZero();
    for (int i = 1; i <= 1_100; i++) {
      tally.add(new Latency(Duration.ofMillis(i), i % 2 == 0 ? Duration.ofMillis(1) : null));
    }

    assertThat(tally.summary().count()).isEqualTo(1_024);
    assertThat(tally.summary().median()).isEqualTo(Duration.ofMillis(588));
    assertThat(tally.summary().p99()).isEqualTo(Duration.ofMillis(1_090));
    assertThat(tally.summary().max()).isEqualTo(Duration.ofMillis(1_100));
    assertThat(tally.summary().exchangeMedian()).isEqualTo(Duration.ofMillis(1));
  }

  private Order apply(OrderUpdate.Kind kind, @Nullable OrderStatus status, String... settings) {
    OrderUpdate update =
        orders.apply(
            new OrderReport(kind, "A", status, AccountWords.attributes(settings), Instant.EPOCH));
    assertThat(update).isNotNull();
    return update.order();
  }
}
