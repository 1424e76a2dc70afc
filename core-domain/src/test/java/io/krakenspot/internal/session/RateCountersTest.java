package io.krakenspot.internal.session;

import static io.krakenspot.internal.session.AccountRig.BTC;
import static io.krakenspot.internal.session.AccountRig.notSent;
import static io.krakenspot.internal.session.AccountRig.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.Trading;
import io.krakenspot.client.TradingRate;
import io.krakenspot.client.TradingRate.Policy;
import io.krakenspot.client.TradingRate.Tier;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.EditOrder;
import io.krakenspot.order.Fate;
import io.krakenspot.order.Fate.NotSent.Reason;
import io.krakenspot.order.OrderBatch;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.Placed;
import io.krakenspot.port.Command;
import io.krakenspot.port.OrderReport;
import io.krakenspot.port.VirtualLoop;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The counter is read by the longest wait that a probe of one order is given. */
class RateCountersTest {
  private static final Command.Place ADD = new Command.Place(order("a"));
  private static final OrderKey A = OrderKey.id("A");

  private final VirtualLoop loop = new VirtualLoop();
  private final OrderRecords orders = new OrderRecords();
  private final List<String> warnings = new ArrayList<>();

  private RateCounters counters(Tier tier, int reserve) {
    return new RateCounters(
        loop, new TradingRate(Policy.WAIT, tier, reserve), orders, warnings::add);
  }

  /** With room for one order alone, the wait tells the counter: 1 a second decays. */
  private final RateCounters starter = counters(Tier.STARTER, 59);

  private void assertCounter(RateCounters counters, String value, Tier tier) {
    Duration expected =
        Duration.ofNanos(
            new BigDecimal(value)
                .movePointRight(9)
                .divideToIntegralValue(tier.decayPerSecond())
                .longValueExact());
    assertThat(counters.wait(ADD)).isEqualTo(expected);
  }

  @Test
  void anAddAnAmendAfterSevenSecondsAndACancelLaterAreEightBeforeDecay() {
    RateCounters counters = starter;
    counters.charge(ADD);
    assertCounter(counters, "1", Tier.STARTER);
    heard(counters, OrderUpdate.Kind.OPENED);
    loop.advance(Duration.ofSeconds(7));
    assertCounter(counters, "0", Tier.STARTER);
    counters.charge(amend());
    assertCounter(counters, "3", Tier.STARTER);
    heard(counters, OrderUpdate.Kind.AMENDED);
    loop.advance(Duration.ofSeconds(36));
    assertCounter(counters, "0", Tier.STARTER);
    counters.charge(new Command.Cancel(A));

    assertCounter(counters, "4", Tier.STARTER);
  }

  @Test
  void fiftyAddsOfAnIntermediateAccountAndTenSecondsLeaveTwentySixAndSixTenths() {
    RateCounters counters = counters(Tier.INTERMEDIATE, 124);
    for (int i = 0; i < 50; i++) {
      counters.charge(ADD);
    }
    loop.advance(Duration.ofSeconds(10));

    assertCounter(counters, "26.6", Tier.INTERMEDIATE);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 4, 7, 8",
    "5, 3, 6, 6",
    "9, 3, 6, 6",
    "10, 2, 5, 5",
    "15, 1, 3, 4",
    "44, 1, 3, 4",
    "45, 1, 2, 2",
    "89, 1, 2, 2",
    "90, 1, 1, 1",
    "299, 1, 1, 1",
    "300, 1, 1, 0"
  })
  void theChargeFallsWithTheAgeOfTheOrder(long age, String amend, String edit, String cancel) {
    assertCharge(age, amend(), amend);
    assertCharge(age, edit(), edit);
    assertCharge(age, new Command.Cancel(A), cancel);
    assertCharge(age, new Command.CancelBatch(List.of(A, OrderKey.id("B"))), cancel);
  }

  private void assertCharge(long age, Command command, String charge) {
    RateCounters counters = counters(Tier.STARTER, 59);
    heard(counters, OrderUpdate.Kind.OPENED);
    loop.advance(Duration.ofSeconds(age));
    counters.charge(command);
    assertCounter(counters, charge, Tier.STARTER);
  }

  @Test
  void aBatchIsChargedHalfForEachOrder() {
    starter.charge(
        new Command.PlaceBatch(OrderBatch.of(List.of(order("a"), order("b"), order("c")))));

    assertCounter(starter, "1.5", Tier.STARTER);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 5", "1.0, 5", "1.1, 2"})
  void anAmendThatEndsTheOrderIsChargedLikeACancel(BigDecimal quantity, String charge) {
    heard(starter, OrderUpdate.Kind.OPENED, "pair=BTC/USD", "qty=2", "exec=1");
    loop.advance(Duration.ofSeconds(10));
    starter.charge(new Command.Amend(AmendOrder.of(A).quantity(quantity).build()));

    assertCounter(starter, charge, Tier.STARTER);
  }

  @Test
  void anAmendOfAnUnknownOrderIsChargedItsFixedPartWhereThePairIsNamed() {
    OrderKey unknown = OrderKey.id("X");
    starter.charge(
        new Command.Amend(AmendOrder.of(unknown).limit(OrderPrice.of("1")).pair(BTC).build()));

    assertCounter(starter, "1", Tier.STARTER);
  }

  @Test
  void theExchangesOwnCounterCorrectsTheModel() {
    heard(starter, OrderUpdate.Kind.OPENED);
    starter.charge(ADD);
    starter.told("A", new BigDecimal("12.25"));
    assertCounter(starter, "12.25", Tier.STARTER);
    starter.told("never heard of", BigDecimal.ZERO);

    assertCounter(starter, "12.25", Tier.STARTER);
  }

  @Test
  void theExchangesOwnThresholdReplacesTheTier() {
    RateCounters counters = counters(Tier.INTERMEDIATE, 0);
    for (int i = 0; i < 60; i++) {
      counters.charge(ADD);
    }
    assertThat(counters.wait(ADD)).isZero();
    counters.threshold(60);

    assertThat(counters.wait(ADD)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void warnsAboveTheThresholdAlone() {
    RateCounters counters = counters(Tier.STARTER, 0);
    for (int i = 0; i < 60; i++) {
      counters.charge(ADD);
    }
    assertThat(warnings).isEmpty();
    counters.charge(ADD);

    assertThat(warnings).singleElement().asString().contains("BTC/USD", "61 of 60");
  }

  @Test
  void cancelsNeverWait() {
    starter.charge(ADD);
    starter.charge(ADD);

    assertThat(starter.wait(new Command.Cancel(A))).isZero();
    assertThat(starter.wait(new Command.CancelAll())).isZero();
  }

  // --- the policies, as a client follows them ---

  private static AccountRig rig(Policy policy) {
    return new AccountRig(builder -> builder.tradingRate(new TradingRate(policy, Tier.STARTER, 59)))
        .known("order:A,SNAPSHOT,NEW,pair=BTC/USD");
  }

  @Test
  void theWaitPolicySendsWhenTheCounterHasDecayed() {
    AccountRig rig = rig(Policy.WAIT);
    rig.sent(rig.client.trading().place(order("a")));
    rig.sent(rig.client.trading().place(order("b")));
    assertThat(rig.take()).containsExactly("do 2 PLACE T1");
    rig.pass(Duration.ofMillis(999));
    assertThat(rig.take()).isEmpty();
    rig.pass(Duration.ofMillis(1));

    assertThat(rig.take()).containsExactly("do 3 PLACE T1");
  }

  @Test
  void theWaitPolicyGivesUpAtTheDeadline() {
    AccountRig rig = rig(Policy.WAIT);
    rig.link().say("executions 2 news rate:A,40");
    var fate = rig.sent(rig.client.trading().place(order("a")));
    rig.passSeconds(5);

    assertThat(notSent(fate).reason()).isEqualTo(Reason.RATE);
    rig.passSeconds(60);
    assertThat(rig.take()).isEmpty();
  }

  @Test
  void whatWaitsForTheCounterIsNotSentOnAnotherLink() {
    AccountRig rig = rig(Policy.WAIT);
    rig.link().say("executions 2 news rate:A,3");
    var fate = rig.sent(rig.client.trading().place(order("a")));
    rig.lose();

    assertThat(notSent(fate).reason()).isEqualTo(Reason.NO_CONNECTION);
  }

  @Test
  void aCancelOfAllWithdrawsWhatWaits() {
    AccountRig rig = rig(Policy.WAIT);
    Trading trading = rig.client.trading();
    rig.link().say("executions 2 news rate:A,3");
    var place = rig.sent(trading.place(order("a")));
    var batch = trading.place(OrderBatch.of(List.of(order("b"), order("c"))));
    var amend = rig.sent(trading.amend(amend().change()));
    var edit = rig.sent(trading.edit(edit().change()));
    var cancel = rig.sent(trading.cancelAll());
    var later = rig.sent(trading.place(order("d")));

    assertThat(rig.take()).containsExactly("do 2 CANCEL_ALL T1");
    assertThat(cancel).isNotDone();
    assertThat(notSent(place).reason()).isEqualTo(Reason.WITHDRAWN);
    assertThat(notSent(amend).reason()).isEqualTo(Reason.WITHDRAWN);
    assertThat(notSent(edit).reason()).isEqualTo(Reason.WITHDRAWN);
    assertThat(batch.toCompletableFuture().join())
        .hasSize(2)
        .allSatisfy(
            fate -> assertThat(((Fate.NotSent<Placed>) fate).reason()).isEqualTo(Reason.WITHDRAWN));
    rig.passSeconds(4);
    assertThat(rig.take()).containsExactly("do 3 PLACE T1");
    assertThat(later).isNotDone();
  }

  @Test
  void aCancelOfAnOrderWithdrawsWhatWaitsForIt() {
    AccountRig rig = rig(Policy.WAIT);
    Trading trading = rig.client.trading();
    rig.link().say("executions 2 news rate:A,3 order:A,AMENDED,NEW,cid=mine");
    var named = rig.sent(trading.place(order("a")));
    var other = rig.sent(trading.place(order("b")));
    var numbered = rig.sent(trading.place(AccountRig.limit().userReference(5).build()));
    var amend = rig.sent(trading.amend(amend().change()));
    var edit = rig.sent(trading.edit(edit().change()));

    rig.sent(trading.cancel(OrderKey.clientId("a")));
    assertThat(notSent(named).reason()).isEqualTo(Reason.WITHDRAWN);
    assertThat(numbered).isNotDone();
    rig.sent(trading.cancel(OrderKey.userReference(5)));
    assertThat(notSent(numbered).reason()).isEqualTo(Reason.WITHDRAWN);
    assertThat(amend).isNotDone();
    rig.sent(trading.cancel(OrderKey.clientId("mine")));
    assertThat(notSent(amend).reason()).isEqualTo(Reason.WITHDRAWN);
    assertThat(notSent(edit).reason()).isEqualTo(Reason.WITHDRAWN);

    assertThat(rig.take()).containsExactly("do 2 CANCEL T1", "do 3 CANCEL T1", "do 4 CANCEL T1");
    assertThat(other).isNotDone();
  }

  @Test
  void aBatchOfCancelsWithdrawsWhatWaitsForAnyOfItsOrders() {
    AccountRig rig = rig(Policy.WAIT);
    Trading trading = rig.client.trading();
    rig.link().say("executions 2 news rate:A,3");
    var first = rig.sent(trading.place(order("a")));
    var other = rig.sent(trading.place(order("b")));
    var renumbered =
        rig.sent(
            trading.edit(
                EditOrder.of("X", BTC).limit(OrderPrice.of("101")).userReference(6).build()));
    var batch = trading.place(OrderBatch.of(List.of(order("c"), order("d"))));
    rig.sent(
        trading.cancelBatch(
            List.of(OrderKey.clientId("a"), OrderKey.clientId("d"), OrderKey.userReference(6))));

    assertThat(notSent(first).reason()).isEqualTo(Reason.WITHDRAWN);
    assertThat(notSent(renumbered).reason()).isEqualTo(Reason.WITHDRAWN);
    assertThat(batch.toCompletableFuture()).isDone();
    assertThat(other).isNotDone();
  }

  @Test
  void theRefusePolicyDoesNotSendButCancels() {
    AccountRig rig = rig(Policy.REFUSE);
    rig.link().say("executions 2 news rate:A,5");
    var fate = rig.sent(rig.client.trading().place(order("a")));
    rig.sent(rig.client.trading().cancel(A));

    assertThat(notSent(fate).reason()).isEqualTo(Reason.RATE);
    assertThat(notSent(fate).why()).contains("5000 ms");
    assertThat(rig.take()).containsExactly("do 2 CANCEL T1");
  }

  @Test
  void theWarnPolicySendsAndWarns() {
    AccountRig rig = rig(Policy.WARN);
    rig.link().say("executions 2 news rate:A,60");
    rig.sent(rig.client.trading().place(order("a")));

    assertThat(rig.take()).containsExactly("do 2 PLACE T1");
    assertThat(rig.warnings).singleElement().asString().contains("61 of 60");
  }

  @Test
  void theThresholdOfTheAcknowledgementCounts() {
    AccountRig rig =
        new AccountRig(builder -> builder.tradingRate(new TradingRate(Policy.REFUSE, Tier.PRO, 0)))
            .known("order:A,SNAPSHOT,NEW,pair=BTC/USD");
    rig.link().say("executions 2 news rate:A,100", "limit 1 60");

    assertThat(notSent(rig.sent(rig.client.trading().place(order("a")))).reason())
        .isEqualTo(Reason.RATE);
  }

  private void heard(RateCounters counters, OrderUpdate.Kind kind) {
    heard(counters, kind, "pair=BTC/USD");
  }

  private void heard(RateCounters counters, OrderUpdate.Kind kind, String... attributes) {
    OrderUpdate update =
        orders.apply(
            new OrderReport(
                kind, "A", OrderStatus.NEW, AccountWords.attributes(attributes), loop.now()));
    counters.touched(Objects.requireNonNull(update));
  }

  private static Command.Amend amend() {
    return new Command.Amend(AmendOrder.of(A).limit(OrderPrice.of("101")).build());
  }

  private static Command.Edit edit() {
    return new Command.Edit(EditOrder.of("A", BTC).limit(OrderPrice.of("101")).build());
  }
}
