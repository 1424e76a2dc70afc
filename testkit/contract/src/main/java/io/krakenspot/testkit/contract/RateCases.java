package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.client.TradingRate;
import io.krakenspot.client.TradingRate.Policy;
import io.krakenspot.client.TradingRate.Tier;
import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.order.Cancelled;
import io.krakenspot.order.Fate;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.Placed;
import io.krakenspot.order.Rejection;
import io.krakenspot.testkit.exchange.AccountTier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How the trading-rate counter is respected, and commands that the engine's state forbids. */
abstract class RateCases extends VirtualAccountCase {
  private static final int RESERVE = 40;

  private void open(Policy policy) {
    open(builder -> builder.tradingRate(new TradingRate(policy, Tier.STARTER, RESERVE)));
    exchange().tier(VirtualExchange.KEY, AccountTier.STARTER);
    connected();
  }

  private List<CompletionStage<Fate<Placed>>> place(int orders) {
    List<CompletionStage<Fate<Placed>>> fates = new ArrayList<>();
    for (int time = 0; time < orders; time++) {
      fates.add(trading().place(limit(Side.BUY, "50").build()));
    }
    world.run();
    return fates;
  }

  @Test
  @DisplayName("TR-90 refused by the model: not sent, and a cancel still goes through")
  void refuse() {
    open(Policy.REFUSE);
    List<CompletionStage<Fate<Placed>>> fates = place(22);

    assertThat(notSent(fates.get(21)).reason()).isEqualTo(Fate.NotSent.Reason.RATE);
    assertThat(audit().orders()).hasSize(20);
    accepted(trading().cancel(OrderKey.id(id(accepted(fates.get(0))))));
    world.advance(Duration.ofSeconds(15));
    placed(limit(Side.BUY, "50").build());
  }

  @Test
  @DisplayName("TR-91 waiting: sent once the counter has decayed")
  void waits() {
    open(Policy.WAIT);
    List<CompletionStage<Fate<Placed>>> fates = place(22);
    assertThat(fates.get(21).toCompletableFuture()).isNotDone();

    world.advance(Duration.ofSeconds(3));

    assertThat(fates).allSatisfy(fate -> assertThat(soon(fate)).isInstanceOf(Fate.Accepted.class));
    assertThat(audit().orders()).hasSize(22);
  }

  @Test
  @DisplayName("TR-92 waiting ends at the deadline")
  void waitsTooLong() {
    open(Policy.WAIT);
    List<CompletionStage<Fate<Placed>>> fates = place(40);

    world.advance(Duration.ofSeconds(6));

    assertThat(notSent(fates.get(39)).reason()).isEqualTo(Fate.NotSent.Reason.RATE);
  }

  @Test
  @DisplayName("TR-93 warning: everything is sent, and the exchange has the last word")
  void warns() {
    open(Policy.WARN);
    place(59);

    assertThat(audit().orders()).hasSize(59);
  }

  @Test
  @DisplayName("TR-94 failing early: what the engine's state forbids is not sent")
  void failEarly() {
    open(builder -> builder.failEarly(true));
    connected();
    String id = id(placed(limit(Side.BUY, "50").build()));
    exchange().systemStatus(SystemStatus.State.CANCEL_ONLY);
    world.run();
    assertThat(notSent(trading().place(limit(Side.BUY, "50").build())).reason())
        .isEqualTo(Fate.NotSent.Reason.ENGINE_STATE);
    accepted(trading().cancel(OrderKey.id(id)));

    exchange().systemStatus(SystemStatus.State.MAINTENANCE);
    world.run();
    assertThat(notSent(trading().cancelAll()).reason()).isEqualTo(Fate.NotSent.Reason.ENGINE_STATE);
    exchange().systemStatus(SystemStatus.State.ONLINE);
    world.run();
    placed(limit(Side.BUY, "50").build());
  }

  @Test
  @DisplayName("TR-95 a cancel of several that some escape says how many, and why")
  void cancelRefusedForSome() {
    open(Policy.WARN);
    for (int time = 0; time < 20; time++) {
      placed(limit(Side.BUY, "50").userReference(9).build());
    }

    Cancelled cancelled = accepted(trading().cancel(OrderKey.userReference(9)));

    long open = audit().orders().stream().filter(order -> !order.isFinal()).count();
    assertThat(open).isPositive();
    assertThat(cancelled.count()).isEqualTo(20 - (int) open).isPositive();
    assertThat(cancelled.refused())
        .hasSize((int) open)
        .extracting(Rejection::reason)
        .containsOnly(Rejection.Reason.RATE_LIMIT);
  }

  @Test
  @DisplayName("TR-96 a cancel of all withdraws what waits, and nothing is placed after it")
  void cancelAllWithdraws() {
    open(Policy.WAIT);
    List<CompletionStage<Fate<Placed>>> fates = place(25);

    accepted(trading().cancelAll());
    world.advance(Duration.ofSeconds(10));

    assertThat(notSent(fates.get(24)).reason()).isEqualTo(Fate.NotSent.Reason.WITHDRAWN);
    assertThat(audit().orders()).hasSize(20).allMatch(order -> order.isFinal());
  }
}
