package io.krakenspot.testkit.contract;

import static io.krakenspot.testkit.contract.VirtualExchange.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import io.krakenspot.market.SystemStatus;
import io.krakenspot.order.AmendOrder;
import io.krakenspot.order.Fate;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.OrderKey;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.Rejection;
import io.krakenspot.order.Rejection.Reason;
import io.krakenspot.testkit.exchange.AccountTier;
import io.krakenspot.testkit.exchange.Permission;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the exchange refuses, with its own words. */
abstract class RejectionCases extends AccountCase<World> {
  @BeforeEach
  void connect() {
    connected();
  }

  private void assertRefused(NewOrder order, Reason reason, String text) {
    Rejection rejection = rejected(trading().place(order));
    assertThat(rejection.reason()).as(rejection.text()).isEqualTo(reason);
    assertThat(rejection.text()).startsWith(text);
  }

  private void awaitNewToken() {
    world.await("a new token", Duration.ofSeconds(5), () -> world.tokens() == 2);
    world.run();
  }

  @Test
  @DisplayName("TR-40 not enough money")
  void funds() {
    assertRefused(
        limit(Side.BUY, "900000000000").build(),
        Reason.INSUFFICIENT_FUNDS,
        "EOrder:Insufficient funds");
  }

  @Test
  @DisplayName("TR-41 a price between two steps")
  void tick() {
    assertRefused(
        limit(Side.BUY, "50").limit(OrderPrice.of("0.11111111")).build(), Reason.PRICE, "EOrder:");
  }

  @Test
  @DisplayName("TR-42 less than the least quantity")
  void minimum() {
    assertRefused(limit(Side.BUY, "0.00001").build(), Reason.TOO_SMALL, "EOrder:");
  }

  @Test
  @DisplayName("TR-43 an order that must not take would")
  void postOnly() {
    assertRefused(
        limit(Side.BUY, "50").limit(OrderPrice.of("0.1300000")).postOnly(true).build(),
        Reason.POST_ONLY,
        "EOrder:Post only order");
  }

  @Test
  @DisplayName("TR-44 no such order")
  void unknownOrder() {
    assertThat(rejected(trading().cancel(OrderKey.id("OAAAAA-AAAAA-AAAAAA"))).reason())
        .isEqualTo(Reason.UNKNOWN_ORDER);
    assertThat(
            rejected(
                    trading()
                        .amend(
                            AmendOrder.of(OrderKey.clientId("nobody"))
                                .quantity(BigDecimal.TEN)
                                .build()))
                .reason())
        .isEqualTo(Reason.UNKNOWN_ORDER);
  }

  @Test
  @DisplayName("TR-45 too much at once")
  void rate() {
    exchange().tier(KEY, AccountTier.STARTER);
    world.run();
    Fate<?> last = soon(trading().place(limit(Side.BUY, "50").build()));
    for (int time = 0; time < 100 && last instanceof Fate.Accepted<?>; time++) {
      last = soon(trading().place(limit(Side.BUY, "50").build()));
    }

    assertThat(rejection(last).reason()).isIn(Reason.RATE_LIMIT, Reason.ORDERS_LIMIT);
    assertThat(rejection(last).text()).startsWith("EOrder:");
  }

  @Test
  @DisplayName("TR-46 a key that may not trade")
  void permission() {
    exchange().permit(KEY, Set.of(Permission.QUERY, Permission.WEBSOCKET));
    world.run();

    assertRefused(limit(Side.BUY, "50").build(), Reason.PERMISSION, "EGeneral:Permission denied");
  }

  @Test
  @DisplayName("TR-47 a token that is not good any more: the next command has a new one")
  void session() {
    exchange().refuseNext(KEY, "ESession:Invalid session");
    world.run();
    assertRefused(limit(Side.BUY, "50").build(), Reason.SESSION, "ESession:Invalid session");
    awaitNewToken();

    placed(limit(Side.BUY, "50").build());

    assertThat(world.tokens()).isEqualTo(2);
    assertThat(world.dials()).isOne();
  }

  @Test
  @DisplayName("TR-50 a token that has expired: a new one is had, and the feed goes on")
  void expired() {
    Heard<OrderUpdate> heard = orders();
    exchange().expireTokens();
    world.run();
    assertRefused(limit(Side.BUY, "50").build(), Reason.SESSION, "ESession:Invalid session");
    awaitNewToken();

    String id = id(placed(limit(Side.BUY, "50").build()));

    assertThat(kindsOf(id, heard)).endsWith(OrderUpdate.Kind.OPENED);
    assertThat(audit().orders()).hasSize(1);
  }

  @Test
  @DisplayName("TR-48 an engine that only cancels, or rests")
  void engineState() {
    String id = id(placed(limit(Side.BUY, "50").build()));
    exchange().systemStatus(SystemStatus.State.CANCEL_ONLY);
    world.run();
    assertRefused(
        limit(Side.BUY, "50").build(), Reason.ENGINE_STATE, "EService:Market in cancel_only");
    accepted(trading().cancel(OrderKey.id(id)));

    exchange().systemStatus(SystemStatus.State.POST_ONLY);
    world.run();
    assertRefused(
        NewOrder.buy(DOGE, OrderType.MARKET).quantity(BigDecimal.TEN).build(),
        Reason.ENGINE_STATE,
        "EService:Market in post_only");
    placed(limit(Side.BUY, "50").postOnly(true).build());

    exchange().systemStatus(SystemStatus.State.MAINTENANCE);
    world.run();
    assertRefused(limit(Side.BUY, "50").build(), Reason.ENGINE_STATE, "EService:Unavailable");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "DEADLINE, EService:Deadline elapsed",
    "MARGIN, EOrder:Insufficient margin",
    "REDUCE_ONLY, EOrder:Reduce only:No position exists",
    "ORDERS_LIMIT, EOrder:Orders limit exceeded",
    "RATE_LIMIT, EOrder:Rate limit exceeded",
    "ENGINE_STATE, EService:Busy",
    "TOO_SMALL, EOrder:Cost minimum not met",
    "INTERNAL, EGeneral:Internal error",
    "INVALID_ARGUMENTS, EGeneral:Invalid arguments:volume",
    "PERMISSION, EAPI:Permission denied",
    "OTHER, ENew:Something nobody knows of"
  })
  @DisplayName("TR-49 every kind of refusal keeps Kraken's own text")
  void everyKind(Reason reason, String text) {
    exchange().refuseNext(KEY, text);
    world.run();

    Rejection rejection = rejected(trading().place(limit(Side.BUY, "50").build()));

    assertThat(rejection).isEqualTo(new Rejection(reason, text));
    assertThat(audit().orders()).isEmpty();
  }
}
