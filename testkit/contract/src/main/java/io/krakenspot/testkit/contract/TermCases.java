package io.krakenspot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.krakenspot.market.Side;
import io.krakenspot.market.Trade;
import io.krakenspot.order.NewOrder;
import io.krakenspot.order.Order;
import io.krakenspot.order.OrderAttribute;
import io.krakenspot.order.OrderPrice;
import io.krakenspot.order.OrderStatus;
import io.krakenspot.order.OrderType;
import io.krakenspot.order.OrderUpdate;
import io.krakenspot.order.OrderUpdate.Kind;
import io.krakenspot.order.Placed;
import io.krakenspot.order.SelfTradePrevention;
import io.krakenspot.order.TimeInForce;
import io.krakenspot.order.Trigger;
import io.krakenspot.port.Feature;
import io.krakenspot.testkit.exchange.AccountAudit.AuditedOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the terms of an order do, once the exchange has it. */
abstract class TermCases extends AccountCase<World> {
  /** More than stands within many ticks of the best price. */
  private static final String PLENTY = "80000";

  private static final BigDecimal NEAR = new BigDecimal("0.0000050");

  private Heard<OrderUpdate> heard = new Heard<>();

  @BeforeEach
  void listen() {
    heard = orders();
  }

  private Order told(String id) {
    return heard.events().stream()
        .map(OrderUpdate::order)
        .filter(order -> order.id().equals(id))
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  private void assertEnded(Placed placed, String status, OrderStatus told) {
    AuditedOrder truth = truth(id(placed));
    assertThat(truth.status()).isEqualTo(status);
    assertThat(told(truth.id()).status()).isEqualTo(told);
    assertThat(told(truth.id()).executedQuantity()).isEqualByComparingTo(truth.filled());
    assertThat(told(truth.id()).get(OrderAttribute.REASON)).isEqualTo(truth.reason());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = OrderType.class,
      names = {"(STOP|TAKE|TRAILING).*"},
      mode = EnumSource.Mode.MATCH_ANY)
  @DisplayName("TR-12 a trigger fires at its price, and the order goes on as what it is then")
  void fires(OrderType type) {
    rival().market(Side.SELL, DOGE, "1");
    boolean rises = type == OrderType.TAKE_PROFIT || type == OrderType.TAKE_PROFIT_LIMIT;
    Placed placed = placed(triggered(type, rises));
    assertThat(told(id(placed)).get(OrderAttribute.TRIGGERED)).isNotEqualTo(true);
    assertThat(told(id(placed)).status()).isEqualTo(OrderStatus.NEW);

    rival().market(rises ? Side.BUY : Side.SELL, DOGE, PLENTY);

    assertThat(told(id(placed)).get(OrderAttribute.TRIGGERED)).isTrue();
    if (type == OrderType.TRAILING_STOP_LIMIT) {
      assertThat(truth(id(placed)).limitPrice()).isNotNull();
      assertThat(told(id(placed)).status()).isEqualTo(OrderStatus.NEW);
    } else {
      assertEnded(placed, "filled", OrderStatus.FILLED);
    }
  }

  /** An order to sell that wakes near the last price. */
  private NewOrder triggered(OrderType type, boolean rises) {
    List<Trade> trades = exchange().lastTrades(DOGE);
    BigDecimal last = trades.get(trades.size() - 1).price();
    BigDecimal wakes = rises ? last.add(NEAR) : last.subtract(NEAR);
    NewOrder.Builder order = NewOrder.sell(DOGE, type).quantity(new BigDecimal("50"));
    order.trigger(Trigger.at(type.trailing() ? OrderPrice.away(NEAR) : OrderPrice.of(wakes)));
    if (type.limited()) {
      order.limit(
          type.trailing()
              ? OrderPrice.away(new BigDecimal("0.0010000"))
              : OrderPrice.of("0.1100000"));
    }
    return order.build();
  }

  @Test
  @DisplayName("TR-13 what an immediate order does not get at once is cancelled")
  void immediate() {
    BigDecimal offered = exchange().book(DOGE).asks().get(0).quantity();
    OrderPrice best = OrderPrice.of(exchange().book(DOGE).asks().get(0).price());

    Placed placed =
        placed(
            limit(Side.BUY, offered.add(BigDecimal.TEN).toPlainString())
                .limit(best)
                .timeInForce(TimeInForce.IOC)
                .build());

    assertEnded(placed, "canceled", OrderStatus.CANCELED);
    assertThat(truth(id(placed)).filled()).isEqualByComparingTo(offered);
  }

  @Test
  @DisplayName("TR-14 an order that is filled or killed gets all or nothing")
  void fillOrKill() {
    NewOrder.Builder order = limit(Side.BUY, "50").timeInForce(TimeInForce.FOK);
    if (!has(Feature.PLACE_FILL_OR_KILL)) {
      assertLacks(Feature.PLACE_FILL_OR_KILL, () -> trading().place(order.build()));
      return;
    }
    assertEnded(
        placed(order.limit(OrderPrice.of("0.1400000")).build()), "filled", OrderStatus.FILLED);
    assertEnded(placed(order.limit(far(Side.BUY)).build()), "canceled", OrderStatus.CANCELED);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(SelfTradePrevention.class)
  @DisplayName("TR-15 an order never meets one of its own account")
  void selfTrade(SelfTradePrevention rule) {
    Placed resting = placed(first(Side.SELL, "50"));
    OrderPrice price = Objects.requireNonNull(told(id(resting)).limitPrice());

    Placed crossing = placed(limit(Side.BUY, "50").limit(price).selfTradePrevention(rule).build());

    boolean newest = rule != SelfTradePrevention.CANCEL_OLDEST;
    boolean oldest = rule != SelfTradePrevention.CANCEL_NEWEST;
    assertThat(truth(id(crossing)).isFinal()).isEqualTo(newest);
    assertThat(truth(id(resting)).isFinal()).isEqualTo(oldest);
    assertThat(told(id(crossing)).status().ended()).isEqualTo(newest);
    assertThat(told(id(resting)).status().ended()).isEqualTo(oldest);
    assertThat(audit().fills()).isEmpty();
  }

  @Test
  @DisplayName("TR-16 an amount of money buys what it can")
  void cash() {
    Placed placed =
        placed(NewOrder.buy(DOGE, OrderType.MARKET).cashQuantity(new BigDecimal("20")).build());

    AuditedOrder truth = truth(id(placed));
    assertThat(truth.status()).isEqualTo("filled");
    assertThat(truth.cost()).isBetween(new BigDecimal("19.99"), new BigDecimal("20"));
    assertThat(told(truth.id()).get(OrderAttribute.CASH_QUANTITY)).isEqualByComparingTo("20");
    assertThat(told(truth.id()).get(OrderAttribute.EXECUTED_COST))
        .isEqualByComparingTo(truth.cost());
  }

  @Test
  @DisplayName("TR-17 an order begins at its time")
  void begins() {
    String id =
        id(
            placed(
                limit(Side.BUY, "50")
                    .effectiveTime(world.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS))
                    .build()));
    assertThat(kindsOf(id, heard)).containsExactly(Kind.PENDING);

    world.await("its time", Duration.ofSeconds(5), () -> truth(id).status().equals("new"));
    world.run();

    assertThat(kindsOf(id, heard)).containsExactly(Kind.PENDING, Kind.OPENED);
  }

  @Test
  @DisplayName("TR-18 an order that must not take is accepted and cancelled, as Kraken does too")
  void postOnly() {
    exchange().refusePostOnlyInAnswer(false);

    Placed placed =
        placed(limit(Side.BUY, "50").limit(OrderPrice.of("0.1300000")).postOnly(true).build());

    assertEnded(placed, "canceled", OrderStatus.CANCELED);
    assertThat(truth(id(placed)).reason()).isEqualTo("Post only order");
  }
}
