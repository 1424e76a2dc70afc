package io.krakenspot.testkit.exchange.internal.engine;

import static io.krakenspot.testkit.exchange.internal.engine.Bench.at;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.buy;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.order;
import static io.krakenspot.testkit.exchange.internal.engine.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import io.krakenspot.testkit.exchange.internal.engine.AccountEvent.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How orders end and begin by request and by time. */
final class CancelTest {
  private final Bench bench = new Bench();

  private List<String> errors(OrderRef ref) {
    return bench.engine.cancel(bench.alice, ref).stream()
        .map(outcome -> String.valueOf(outcome.error()))
        .toList();
  }

  @Test
  void anOrderIsCanceledByAnyOfItsNames() {
    String id = bench.place(bench.alice, buy("1", "3000.00"));
    bench.place(bench.alice, buy("1", "3000.00").clientId("mm-1"));
    bench.place(bench.alice, buy("1", "3000.00").userref(7L));
    bench.place(bench.alice, buy("1", "3000.00").userref(7L));
    assertThat(errors(OrderRef.id(id))).containsExactly("null");
    assertThat(errors(OrderRef.client("mm-1"))).containsExactly("null");
    assertThat(errors(OrderRef.userref(7))).containsExactly("null", "null");
    assertThat(bench.alice.openOrders()).isEmpty();
    assertThat(bench.order(bench.alice, id).reason()).isEqualTo("User requested");
  }

  @Test
  void whatIsNotOpenIsUnknown() {
    String id = bench.place(bench.alice, buy("1", "3000.00"));
    bench.engine.cancel(bench.alice, OrderRef.id(id));
    assertThat(errors(OrderRef.id(id))).containsExactly("EOrder:Unknown order");
    String bobs = bench.place(bench.bob, buy("1", "3000.00"));
    assertThat(errors(OrderRef.id(bobs))).containsExactly("EOrder:Unknown order");
  }

  @Test
  void allAreCanceledAlsoThoseThatWait() {
    bench.place(bench.alice, buy("1", "3000.00"));
    bench.place(bench.alice, order(Side.SELL, OrderType.STOP_LOSS, "1").trigger(at("3000")));
    bench.place(bench.alice, sell("1", "3300.00").effectiveTime(bench.now().plusSeconds(60)));
    assertThat(bench.engine.cancelAll(bench.alice).value()).isEqualTo(3);
    assertThat(bench.alice.openOrders()).isEmpty();
    assertThat(bench.engine.cancelAll(bench.alice).value()).isZero();
    assertThat(bench.loop.timers()).isZero();
  }

  @Test
  void aBatchIsPlacedAndCanceled() {
    List<Outcome<String>> rows =
        bench
            .engine
            .addBatch(
                bench.alice, List.of(buy("1", "3000.00").build(), sell("200", "3300.00").build()))
            .value();
    assertThat(rows.get(0).ok()).isTrue();
    assertThat(rows.get(1).error()).isEqualTo("EOrder:Insufficient funds");
    assertThat(
            bench
                .engine
                .addBatch(
                    bench.alice, List.of(buy("1", "3000.00").build(), buy("1", "3.001").build()))
                .error())
        .isEqualTo("EOrder:Tick size check failed");
    assertThat(bench.alice.openOrders()).hasSize(1);
    assertThat(
            bench
                .engine
                .cancelBatch(
                    bench.alice, List.of(OrderRef.id(rows.get(0).value()), OrderRef.userref(1)))
                .value())
        .isOne();
  }

  @Test
  void anOrderExpires() {
    String id =
        bench.place(
            bench.alice,
            buy("1", "3000.00")
                .timeInForce(TimeInForce.GTD)
                .expireTime(bench.now().plusSeconds(30)));
    bench.loop.advance(Duration.ofSeconds(29));
    assertThat(bench.order(bench.alice, id).status()).isEqualTo(OrderStatus.NEW);
    bench.loop.advance(Duration.ofSeconds(1));
    assertThat(bench.order(bench.alice, id).status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(bench.kinds()).endsWith(Kind.EXPIRED);
    assertThat(bench.alice.reserved(bench.dollar)).isZero();
  }

  @Test
  void aScheduledOrderBeginsAtItsTime() {
    String id =
        bench.place(bench.alice, buy("1", "3150.00").effectiveTime(bench.now().plusSeconds(10)));
    assertThat(bench.order(bench.alice, id).status()).isEqualTo(OrderStatus.PENDING_NEW);
    assertThat(bench.best(Side.BUY).price()).isEqualTo("3149.00");
    assertThat(bench.alice.reserved(bench.dollar)).isPositive();
    bench.loop.advance(Duration.ofSeconds(10));
    assertThat(bench.order(bench.alice, id).status()).isEqualTo(OrderStatus.NEW);
    assertThat(bench.best(Side.BUY).price()).isEqualTo("3150.00");
  }

  @Test
  void theSwitchCancelsEverythingUnlessItIsSetAgain() {
    String id = bench.place(bench.alice, buy("1", "3000.00"));
    bench.place(bench.bob, buy("1", "3000.00"));
    CancelAfter set = bench.engine.cancelAllAfter(bench.alice, 60).value();
    assertThat(set.triggerTime()).isEqualTo(bench.now().plusSeconds(60));
    bench.loop.advance(Duration.ofSeconds(50));
    bench.engine.cancelAllAfter(bench.alice, 60);
    bench.loop.advance(Duration.ofSeconds(59));
    assertThat(bench.alice.openOrders()).hasSize(1);
    bench.loop.advance(Duration.ofSeconds(1));
    assertThat(bench.order(bench.alice, id).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(bench.bob.openOrders()).hasSize(1);
    assertThat(bench.alice.cancelAt()).isNull();
  }

  @Test
  void theSwitchCanBeTurnedOff() {
    bench.place(bench.alice, buy("1", "3000.00"));
    bench.engine.cancelAllAfter(bench.alice, 60);
    assertThat(bench.engine.cancelAllAfter(bench.alice, 0).value().triggerTime()).isNull();
    bench.loop.advance(Duration.ofMinutes(5));
    assertThat(bench.alice.openOrders()).hasSize(1);
    assertThat(bench.engine.cancelAllAfter(bench.alice, 86_400).error())
        .isEqualTo("EGeneral:Invalid arguments:timeout");
  }

  @Test
  void closingLeavesNoTimer() {
    bench.place(bench.alice, buy("1", "3150.00").effectiveTime(bench.now().plusSeconds(10)));
    bench.engine.cancelAllAfter(bench.alice, 60);
    bench.engine.close();
    assertThat(bench.loop.timers()).isZero();
  }
}
